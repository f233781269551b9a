//! How large the page is set: as browsers have it, or larger for older eyes (长辈版). Pure.

/// The name of the setting that keeps it.
pub const TEXT_SIZE: &str = "text_size";

/// The size of body text in tenths of a CSS pixel, and with it the layout: from 18 px on, that of the version for the
/// elderly, with targets of 60 px and one thing beside another only where it fits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TextSize(u16);

impl Default for TextSize {
    /// 16 px, which stands for whatever the browser is set to.
    fn default() -> Self {
        Self(160)
    }
}

/// The sizes offered to the elderly: from the least that the national guide allows to the largest it asks for.
const STEPS: [u16; 6] = [180, 200, 220, 240, 270, 300];

/// The step that the version for the elderly begins with.
const FIRST: u16 = 200;

impl TextSize {
    /// What is kept in a setting, or asked for in an address: pixels from 12 to 40 with at most one decimal, such as
    /// `20` or `23.8`. Nothing for anything else.
    pub fn from_text(text: &str) -> Option<Self> {
        let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(());
        digits(whole)?;
        digits(tenth)?;
        let tenth = tenth.get(..1).filter(|first| first.len() == tenth.len())?;
        let tenths = whole.parse::<u16>().ok()?.checked_mul(10)?.checked_add(tenth.parse().ok()?)?;
        (120..=400).contains(&tenths).then_some(Self(tenths))
    }

    /// Whether the layout is that for the elderly.
    pub fn is_elder(self) -> bool {
        self.0 >= 180
    }

    /// The pixels, as style sheets and [`TextSize::from_text`] read them; nothing where the browser's own are left alone.
    pub fn pixels(self) -> Option<String> {
        (self != Self::default()).then(|| match (self.0 / 10, self.0 % 10) {
            (whole, 0) => whole.to_string(),
            (whole, tenth) => format!("{whole}.{tenth}"),
        })
    }

    /// The other version: for the elderly, or for everybody.
    #[must_use]
    pub fn switched(self) -> Self {
        if self.is_elder() { Self::default() } else { Self(FIRST) }
    }

    /// The next larger size that is offered, if there is one.
    pub fn larger(self) -> Option<Self> {
        STEPS.into_iter().find(|step| *step > self.0).map(Self)
    }

    /// The next smaller size that is offered, if there is one.
    pub fn smaller(self) -> Option<Self> {
        STEPS.into_iter().rev().find(|step| *step < self.0).map(Self)
    }
}
