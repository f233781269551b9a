//! Levels by lifetime carbon, and how many acts it is to the next.

/// Where somebody stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// Levels reached: 0 below the first.
    pub reached: usize,
    /// Where the present level began, milligrams.
    pub since: i64,
    /// Where the next begins, milligrams; `None` at the top.
    pub next: Option<i64>,
    /// What is missing to it; 0 at the top.
    pub missing: i64,
}

impl Standing {
    /// Whole percent of the way from this level to the next; 100 at the top only.
    pub fn percent(&self) -> i64 {
        let Some(next) = self.next else { return 100 };
        let whole = i128::from(next) - i128::from(self.since);
        let done = (whole - i128::from(self.missing)).max(0);
        i64::try_from(done * 100 / whole.max(1)).unwrap_or(100)
    }
}

/// Where a lifetime's carbon stands among levels, lowest first. A level is reached at exactly its value.
pub fn standing(levels: &[i64], carbon_mg: i64) -> Standing {
    let reached = levels.partition_point(|level| *level <= carbon_mg);
    let since = reached.checked_sub(1).and_then(|place| levels.get(place)).copied().unwrap_or(0);
    let next = levels.get(reached).copied();
    Standing { reached, since, next, missing: next.map_or(0, |next| next - carbon_mg) }
}

/// How many times an act must be done to make up for what is missing, rounded up; `None` for an act that adds nothing.
pub fn times(missing: i64, each: i64) -> Option<i64> {
    (each > 0).then(|| missing.max(0) / each + i64::from(missing.max(0) % each > 0))
}
