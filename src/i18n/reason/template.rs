//! Sentences with gaps: one small formatter for all of them.

use crate::i18n::Language;
use crate::i18n::number::grouped;

/// What the gaps of a sentence are filled with.
pub(super) struct Gaps<'a> {
    /// What was given: `#` quotes it, `@` is the same without quotation marks, if it is a number.
    pub(super) given: Option<&'a str>,
    /// `^`: the limit, the hours or the place that the sentence is about.
    pub(super) limit: Option<String>,
    pub(super) language: Language,
}

impl Gaps<'_> {
    /// Fills a sentence. Of `[with|without]` the first stands if its gaps can be filled, else the second.
    pub(super) fn fill(&self, template: &str) -> String {
        let mut text = String::with_capacity(template.len() + 40);
        let mut rest = template;
        while let Some((before, choice)) = rest.split_once('[') {
            self.put(before, &mut text);
            let (choice, after) = choice.split_once(']').unwrap_or((choice, ""));
            let (with, without) = choice.split_once('|').unwrap_or((choice, ""));
            self.put(if self.can_fill(with) { with } else { without }, &mut text);
            rest = after;
        }
        self.put(rest, &mut text);
        text
    }

    fn can_fill(&self, part: &str) -> bool {
        (self.given.is_some() || !part.contains(['#', '@'])) && (self.limit.is_some() || !part.contains('^'))
    }

    fn put(&self, part: &str, text: &mut String) {
        for character in part.chars() {
            match character {
                '^' => text.push_str(self.limit.as_deref().unwrap_or_default()),
                '#' | '@' => self.put_given(character == '@', text),
                _ => text.push(character),
            }
        }
    }

    fn put_given(&self, bare: bool, text: &mut String) {
        let Some(given) = self.given else { return };
        if bare && given.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
            text.push_str(&grouped(given));
        } else {
            quote(given, self.language, text);
        }
    }
}

/// Puts a text in the language's quotation marks. Line breaks and other controls become spaces.
pub(super) fn quote(quoted: &str, language: Language, text: &mut String) {
    let (open, close) = match language {
        Language::Zh => ('「', '」'),
        Language::En => ('\u{201c}', '\u{201d}'),
    };
    text.push(open);
    text.extend(quoted.chars().map(|character| if character.is_control() { ' ' } else { character }));
    text.push(close);
}
