//! The contract's JSON of results: assessments with their steps, rejections with their reasons, totals of a run.
//!
//! The integers of the three ledgers are JSON numbers.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::assessment::{Air, Assessment, Totals};
use super::reason::Reason;
use super::rulebook::Rulebook;
use super::trace_json::Steps;

/// An assessment as a JSON object.
#[derive(Clone, Copy, Debug)]
pub struct AssessmentJson<'a> {
    /// The activity's own id, if it has one.
    pub id: Option<&'a str>,
    /// What it is worth.
    pub assessment: &'a Assessment,
    /// The rulebook it was worked out with: steps point into it.
    pub rulebook: &'a Rulebook,
}

/// A refused line as a JSON object.
#[derive(Clone, Copy, Debug)]
pub struct RejectionJson<'a> {
    /// Number of the line, from 1.
    pub line: u64,
    /// The activity's own id, if it could be read.
    pub id: Option<&'a str>,
    /// The rulebook it was held against.
    pub rulebook: &'a Rulebook,
    /// Everything that is wrong with it.
    pub reasons: &'a [WordedReason<'a>],
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

/// Totals of a run as the members of the contract's last line.
#[derive(Clone, Copy, Debug)]
pub struct TotalsJson(pub Totals);

impl Serialize for AssessmentJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { id, assessment, rulebook } = *self;
        let mut map = serializer.serialize_map(None)?;
        if let Some(id) = id {
            map.serialize_entry("id", id)?;
        }
        map.serialize_entry("verdict", assessment.verdict.as_str())?;
        map.serialize_entry("method", rulebook.methods.get(assessment.method).map_or("", |method| &method.id))?;
        map.serialize_entry("rulebook", &rulebook.name())?;
        map.serialize_entry("carbon_mg", &assessment.totals.carbon_mg)?;
        map.serialize_entry("air", &assessment.totals.air)?;
        map.serialize_entry("points", &assessment.totals.points)?;
        map.serialize_entry("reasons", &assessment.reasons)?;
        map.serialize_entry("notes", &assessment.notes)?;
        map.serialize_entry("steps", &Steps { steps: &assessment.steps, rulebook })?;
        map.end()
    }
}

impl Serialize for RejectionJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("line", &self.line)?;
        if let Some(id) = self.id {
            map.serialize_entry("id", id)?;
        }
        map.serialize_entry("verdict", "rejected")?;
        map.serialize_entry("rulebook", &self.rulebook.name())?;
        map.serialize_entry("reasons", self.reasons)?;
        map.end()
    }
}

impl Serialize for TotalsJson {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Totals { carbon_mg, air, points } = self.0;
        let mut map = serializer.serialize_map(Some(5))?;
        map.serialize_entry("carbon_mg", &carbon_mg)?;
        map.serialize_entry("voc_mg", &air.voc_mg)?;
        map.serialize_entry("nox_mg", &air.nox_mg)?;
        map.serialize_entry("upe", &air.upe)?;
        map.serialize_entry("points", &points)?;
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

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        reason_members(self, &mut map)?;
        map.end()
    }
}

impl Serialize for WordedReason<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        reason_members(self.reason, &mut map)?;
        map.serialize_entry("zh", &self.zh)?;
        map.serialize_entry("en", &self.en)?;
        map.end()
    }
}

fn reason_members<M: SerializeMap>(reason: &Reason, map: &mut M) -> Result<(), M::Error> {
    map.serialize_entry("code", reason.code.as_str())?;
    map.serialize_entry("path", &reason.path)?;
    if let Some(given) = &reason.given {
        map.serialize_entry("given", given)?;
    }
    if let Some(accepted) = &reason.accepted {
        map.serialize_entry("accepted", accepted)?;
    }
    Ok(())
}
