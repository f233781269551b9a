//! Where the page is shown, by what apps say of themselves.

use carbon_points::host::Surface;
use carbon_points::host::signs::{Seen, Signs, seen};

const WEIXIN_ANDROID: &str = "Mozilla/5.0 (Linux; Android 12; NOH-AN00 Build/HUAWEINOH-AN00; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160065 MMWEBSDK/20231202 MMWEBID/1234 MicroMessenger/8.0.47.2560(0x28002F51) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64";
const WEIXIN_IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.44(0x18002c2d) NetType/WIFI Language/zh_CN";
const WEIXIN_WINDOWS: &str = "Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/53.0.2785.143 Safari/537.36 MicroMessenger/7.0.9.501 NetType/WIFI MiniProgramEnv/Windows WindowsWechat";
const ALIPAY: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Ariver/1.0.15 AliApp(AP/10.3.80.6000) Nebula WK RVKType(0) AlipayDefined(nt:WIFI,ws:390|780|3.0) AlipayClient/10.3.80.6000 Language/zh-Hans Region/CN NebulaX/1.0.0";
const CHROME: &str = "Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36";

fn by(agent: &str) -> Seen {
    seen(Signs { agent, ..Signs::default() })
}

fn is(surface: Surface, files: bool) -> Seen {
    Seen { surface, files }
}

#[test]
fn mini_programs_are_known_by_the_browsers_name() {
    assert_eq!(by(&format!("{WEIXIN_ANDROID} miniProgram")), is(Surface::Weixin, false));
    assert_eq!(by(&format!("{WEIXIN_IPHONE} miniProgram/wx0123456789abcdef")), is(Surface::Weixin, false));
    assert_eq!(by(WEIXIN_WINDOWS), is(Surface::Weixin, false));
    // Alipay writes a large M, and its bridge need not be there.
    assert_eq!(by(&format!("{ALIPAY} MiniProgram APXWebView")), is(Surface::Alipay, false));
}

/// Before the bridge is ready `WeChat` looks like its plain browser; then it says what it is.
#[test]
fn a_late_bridge_says_what_it_is() {
    for agent in [WEIXIN_ANDROID, WEIXIN_IPHONE] {
        assert_eq!(by(agent), is(Surface::Alone, false));
        let environment = |environment| seen(Signs { agent, environment: Some(environment), ..Signs::default() });
        assert_eq!(environment("miniprogram"), is(Surface::Weixin, false));
        assert_eq!(environment("browser"), is(Surface::Alone, false));
    }
    assert_eq!(by(ALIPAY), is(Surface::Alone, false));
    assert_eq!(seen(Signs { agent: ALIPAY, alipay: true, ..Signs::default() }), is(Surface::Alipay, false));
}

#[test]
fn other_browsers_save_files() {
    assert_eq!(by(CHROME), is(Surface::Alone, true));
    assert_eq!(by(""), is(Surface::Alone, true));
    // Alipay's bridge elsewhere, or a mini-program of a third app, is neither of the two.
    assert_eq!(seen(Signs { agent: CHROME, alipay: true, ..Signs::default() }), is(Surface::Alone, true));
    assert_eq!(by(&format!("{CHROME} miniProgram")), is(Surface::Alone, false));
}

#[test]
fn the_address_goes_before_and_a_frame_behind() {
    let asked = |asked, agent| seen(Signs { asked: Some(asked), agent, framed: true, ..Signs::default() });
    assert_eq!(asked("weixin", CHROME), is(Surface::Weixin, false));
    assert_eq!(asked("alipay", WEIXIN_ANDROID), is(Surface::Alipay, false));
    assert_eq!(asked("other", CHROME), is(Surface::Framed, true));
    // A page of somebody's in `WeChat`: it is spoken with, and files cannot be saved either.
    assert_eq!(asked("", WEIXIN_ANDROID), is(Surface::Framed, false));
    assert_eq!(asked("", WEIXIN_WINDOWS), is(Surface::Weixin, false));
}
