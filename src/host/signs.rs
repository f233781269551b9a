//! By what signs the page knows where it is shown.

use super::Surface;

/// What the browser and the address tell.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Signs<'a> {
    /// The value of `?host=`.
    pub asked: Option<&'a str>,
    /// The browser's name for itself.
    pub agent: &'a str,
    /// `__wxjs_environment`, which `WeChat` sets once its bridge is ready.
    pub environment: Option<&'a str>,
    /// Whether Alipay's bridge is there.
    pub alipay: bool,
    /// Whether another page holds this one.
    pub framed: bool,
}

/// Where the page is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Seen {
    /// By whom.
    pub surface: Surface,
    /// Whether files can be saved. In the browsers of `WeChat` and Alipay they cannot, also where there is no
    /// mini-program: an image pressed long, a code and copied text are what one gets out of there.
    pub files: bool,
}

/// Reads the signs. A mini-program may say so by `?host=`, where its web-view does not.
///
/// `WeChat` writes `miniProgram` (phones) or `MiniProgramEnv/…` (computers) into the browser's name, Alipay `MiniProgram`.
pub fn seen(signs: Signs<'_>) -> Seen {
    let has = |word: &str| signs.agent.to_ascii_lowercase().contains(word);
    let (weixin, alipay, mini) = (has("micromessenger"), has("alipayclient"), has("miniprogram"));
    let asked = |host: &str| signs.asked == Some(host);
    let surface = if asked(Surface::ALIPAY) || alipay && (mini || signs.alipay) {
        Surface::Alipay
    } else if asked(Surface::WEIXIN) || weixin && mini || signs.environment == Some("miniprogram") {
        Surface::Weixin
    } else if signs.framed {
        Surface::Framed
    } else {
        Surface::Alone
    };
    Seen { surface, files: !(surface.is_mini_program() || weixin || alipay || mini) }
}
