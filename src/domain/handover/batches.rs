//! A person's account in several texts, where one has no room for all of it.
//!
//! Every text is a handover by itself: a reversal and a correction go with what they are about. So the texts can be taken
//! in any order, some of them or all, and any of them twice: nothing is added a second time.

use std::collections::BTreeMap;

use super::{Line, Said, line, pack};
use crate::domain::date::Date;
use crate::domain::ledger::{Ledger, Posting};

/// An account in texts, in the order of recording; and what is not in them.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Batches {
    /// The texts.
    pub all: Vec<Batch>,
    /// What is not in them.
    pub left: Left,
}

/// One text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Batch {
    /// The text, as [`super::unpack`] reads it.
    pub packed: String,
    /// Activities in it, also those that were reversed.
    pub entries: usize,
    /// The first and the last day of them.
    pub days: (Date, Date),
}

/// Entries that no text carries, by why not.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Left {
    /// Of other people.
    pub others: usize,
    /// Shared with other people: one person's part would be taken in for all of it.
    pub shared: usize,
    /// Redemptions of points that were not cancelled.
    pub redeemed: usize,
    /// Too long for a text, such as one with a very long note.
    pub long: usize,
}

/// What goes together: an activity, what reverses it, and what stands in for it.
type Chain = Vec<Line>;

/// The account of a person, in as few texts as there is need for, none of more than `most` letters.
pub fn batches(ledger: &Ledger, person: &str, most: usize) -> Batches {
    let (mut chains, mut left) = chains(ledger, person);
    let fits = |chains: &[Chain]| pack(&chains.concat()).len() <= most;
    chains.retain(|chain| {
        let fits = fits(std::slice::from_ref(chain));
        left.long += if fits { 0 } else { activities(chain).count() };
        fits
    });
    let (mut all, mut rest, mut count) = (Vec::new(), chains.as_slice(), 1);
    while !rest.is_empty() {
        // About as many as in the text before.
        count = count.min(rest.len());
        while count > 1 && !rest.get(..count).is_some_and(fits) {
            count -= 1;
        }
        while rest.get(..=count).is_some_and(fits) {
            count += 1;
        }
        let Some((these, others)) = rest.split_at_checked(count) else { break };
        all.extend(batch(&these.concat()));
        rest = others;
    }
    Batches { all, left }
}

/// What belongs to the person alone, in the order of recording.
fn chains(ledger: &Ledger, person: &str) -> (Vec<Chain>, Left) {
    let (mut chains, mut left) = (Vec::<Chain>::new(), Left::default());
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in ledger.entries() {
        let about = match &entry.posting {
            Posting::Activity(posted) => {
                let mine = posted.holders().any(|holder| holder == person);
                if !mine || posted.holders().len() > 1 {
                    *(if mine { &mut left.shared } else { &mut left.others }) += 1;
                    continue;
                }
                posted.corrects.as_deref()
            }
            Posting::Reversal { of } if places.contains_key(of.as_str()) => Some(of.as_str()),
            Posting::Redemption(redemption) => {
                let spent = redemption.person == person && ledger.reversal_of(&entry.id).is_none();
                left.redeemed += usize::from(spent);
                continue;
            }
            Posting::Reversal { .. } | Posting::Use { .. } | Posting::Member { .. } => continue,
        };
        let Some(line) = line(entry) else { continue };
        let known = about.and_then(|about| places.get(about).copied());
        let place = known.unwrap_or(chains.len());
        places.insert(&entry.id, place);
        match chains.get_mut(place) {
            Some(chain) => chain.push(line),
            None => chains.push(vec![line]),
        }
    }
    (chains, left)
}

fn activities(lines: &[Line]) -> impl Iterator<Item = Date> + Clone + '_ {
    lines.iter().filter_map(|line| match &line.said {
        Said::Done { activity, .. } => Some(activity.date),
        Said::Reversed(_) => None,
    })
}

fn batch(lines: &[Line]) -> Option<Batch> {
    let days = activities(lines);
    let days = (days.clone().min()?, days.max()?);
    Some(Batch { packed: pack(lines), entries: activities(lines).count(), days })
}
