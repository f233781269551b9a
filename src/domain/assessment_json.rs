//! The contract's JSON of results: assessments with their steps, refusals in the same shape.
//!
//! The integers of the three ledgers are JSON numbers. Whatever the verdict, an answer has the same members; a refused
//! one is worth zero, has no method and no steps.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::assessment::{Air, Assessment, Totals};
use super::reason::{Accepted, Reason};
use super::rulebook::{ParameterRef, Rulebook};
use super::trace::Step;
use super::trace_json::Steps;

/// The answer to one activity as a JSON object.
#[derive(Clone, Copy, Debug)]
pub struct AssessmentJson<'a> {
    /// Number of the line it answers, from 1, if it is one of a file.
    pub line: Option<u64>,
    /// The activity's own id, if it has one.
    pub id: Option<&'a str>,
    /// What it is worth and how that was worked out; `None` if it was refused.
    pub assessment: Option<&'a Assessment>,
    /// Why it was refused, not credited or limited.
    pub reasons: &'a [WordedReason<'a>],
    /// What is said beside the result.
    pub notes: &'a [WordedReason<'a>],
    /// The rulebook it was held against: reasons and steps point into it.
    pub rulebook: &'a Rulebook,
}

/// A reason with its sentences.
#[derive(Clone, Debug)]
pub struct WordedReason<'a> {
    /// The reason.
    pub reason: &'a Reason,
    /// Its Chinese sentence.
    pub zh: String,
    /// Its English sentence.
    pub en: String,
}

impl Serialize for AssessmentJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { line, id, assessment, reasons, notes, rulebook } = *self;
        let mut map = serializer.serialize_map(None)?;
        if let Some(line) = line {
            map.serialize_entry("line", &line)?;
        }
        if let Some(id) = id {
            map.serialize_entry("id", id)?;
        }
        let totals = assessment.map_or_else(Totals::default, |assessment| assessment.totals);
        let method = assessment.and_then(|assessment| rulebook.methods.get(assessment.method));
        let steps: &[Step] = assessment.map_or(&[], |assessment| &assessment.steps);
        map.serialize_entry("verdict", assessment.map_or("rejected", |assessment| assessment.verdict.as_str()))?;
        map.serialize_entry("method", &method.map(|method| &method.id))?;
        map.serialize_entry("rulebook", &rulebook.name())?;
        map.serialize_entry("carbon_mg", &totals.carbon_mg)?;
        map.serialize_entry("air", &totals.air)?;
        map.serialize_entry("points", &totals.points)?;
        map.serialize_entry("reasons", &ReasonsJson { reasons, rulebook })?;
        map.serialize_entry("notes", &ReasonsJson { reasons: notes, rulebook })?;
        map.serialize_entry("steps", &Steps { steps, rulebook })?;
        map.end()
    }
}

impl Serialize for Air {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("voc_mg", &self.voc_mg)?;
        map.serialize_entry("nox_mg", &self.nox_mg)?;
        map.serialize_entry("upe", &self.upe)?;
        map.end()
    }
}

/// Reasons in full.
pub(crate) struct ReasonsJson<'a> {
    pub(crate) reasons: &'a [WordedReason<'a>],
    pub(crate) rulebook: &'a Rulebook,
}

struct ReasonJson<'a>(&'a WordedReason<'a>, &'a Rulebook);

struct LimitsJson<'a>(&'a [ParameterRef], &'a Rulebook);

struct LimitJson<'a>(ParameterRef, &'a Rulebook);

impl Serialize for ReasonsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.reasons.iter().map(|reason| ReasonJson(reason, self.rulebook)))
    }
}

impl Serialize for ReasonJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(WordedReason { reason, zh, en }, rulebook) = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", reason.code.as_str())?;
        map.serialize_entry("path", &reason.path)?;
        if let Some(given) = &reason.given {
            map.serialize_entry("given", given)?;
        }
        match &reason.accepted {
            Some(Accepted::Limits(limits)) => map.serialize_entry("accepted", &LimitsJson(limits, rulebook))?,
            // For the page, which leads to that entry.
            None | Some(Accepted::Beside(_)) => {}
            Some(accepted) => map.serialize_entry("accepted", accepted)?,
        }
        map.serialize_entry("zh", zh)?;
        map.serialize_entry("en", en)?;
        map.end()
    }
}

/// `{"limits": [{"parameter": …, "valid_from": …, "amount": …, "unit": …}]}`
impl Serialize for LimitsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(limits, rulebook) = self;
        let limits: Vec<_> = limits.iter().map(|limit| LimitJson(*limit, rulebook)).collect();
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry("limits", &limits)?;
        map.end()
    }
}

impl Serialize for LimitJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some((parameter, value)) = self.1.resolve(self.0) {
            map.serialize_entry("parameter", &parameter.id)?;
            map.serialize_entry("valid_from", &value.from)?;
            map.serialize_entry("amount", &value.amount.to_string())?;
            map.serialize_entry("unit", &parameter.unit)?;
        }
        map.end()
    }
}
