//! What a mini-program is called: the app it is in, and the name it gives itself by `?hostname=`. Consent is kept under
//! both, so that agreeing to one is not agreeing to another.

/// Most characters of a name.
pub const MOST: usize = 20;

/// Under what consent to a mini-program in that app is kept.
pub fn who(app: &str, name: Option<&str>) -> String {
    match name.map(clean).filter(|name| !name.is_empty()) {
        Some(name) => format!("{app}/{name}"),
        None => app.to_owned(),
    }
}

/// The app and the name, of what [`who`] made; `None` for an origin.
pub fn parts(who: &str) -> Option<(&str, Option<&str>)> {
    let (app, name) = who.split_once('/').map_or((who, None), |(app, name)| (app, Some(name)));
    [super::Surface::WEIXIN, super::Surface::ALIPAY].contains(&app).then_some((app, name))
}

/// A name in one line that says nothing but itself: letters, digits and a few marks. Others could turn the sentence
/// around it, or look like its end.
fn clean(name: &str) -> String {
    let plain = |letter: &char| letter.is_alphanumeric() || " ·-_&.（）()".contains(*letter);
    let words: String = name.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).collect();
    let kept: String = words.split(' ').map(|word| word.chars().filter(plain).collect::<String>()).fold(
        String::new(),
        |line, word| {
            if line.is_empty() || word.is_empty() { line + &word } else { format!("{line} {word}") }
        },
    );
    kept.chars().take(MOST).collect::<String>().trim_end().to_owned()
}
