//! Where the page runs: its builds, its hosts, its sizes of type.

use super::Text;
use crate::i18n::Language;

texts! {
    elder: "长辈版" / "Large";
    everybody: "普通版" / "Standard";
    size_title: "字的大小" / "Size of letters";
    size_lead: "长辈版字大、按钮大，也不会自己跳走。" / "Large letters and large buttons; nothing moves on by itself.";
    size_larger: "字大一点" / "Larger letters";
    size_smaller: "字小一点" / "Smaller letters";
    size_sample: "乘地铁少排放 720 克" / "The metro avoided 720 g";
    size_asked: "字号由打开这一页的地方定，只这一次。" / "The size comes from where this page was opened, this once.";
    speak: "读给我听" / "Read aloud";
    no_voice: "没听到声音的话，请在系统设置里装上语音。" / "If you hear nothing, please add a voice in the system’s settings.";

    new_version: "有新版本了。换上后，没记完的还在。" / "There is a newer version. What you were typing will still be there.";
    take_version: "现在换上" / "Switch to it";
}
