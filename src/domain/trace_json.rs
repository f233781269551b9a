//! The contract's JSON of a calculation.
//!
//! Numbers inside steps are text: a decimal where it ends (`71.5`), a fraction in lowest terms where it does not
//! (`5600/31`).

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use super::rulebook::Rulebook;
use super::trace::{Operand, Origin, Step};

/// Steps with the rulebook that their parameters point into.
pub(super) struct Steps<'a> {
    pub(super) steps: &'a [Step],
    pub(super) rulebook: &'a Rulebook,
}

struct StepJson<'a> {
    step: &'a Step,
    rulebook: &'a Rulebook,
}

struct OperandsJson<'a> {
    operands: &'a [Operand],
    rulebook: &'a Rulebook,
}

struct OperandJson<'a> {
    operand: &'a Operand,
    rulebook: &'a Rulebook,
}

impl Serialize for Steps<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.steps.len()))?;
        for step in self.steps {
            list.serialize_element(&StepJson { step, rulebook: self.rulebook })?;
        }
        list.end()
    }
}

impl Serialize for StepJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { step, rulebook } = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", step.name.as_str())?;
        map.serialize_entry("about", &step.about)?;
        map.serialize_entry("operation", step.operation.as_str())?;
        map.serialize_entry("operands", &OperandsJson { operands: &step.operands, rulebook })?;
        map.serialize_entry("result", &step.result)?;
        map.serialize_entry("unit", &step.unit)?;
        map.end()
    }
}

impl Serialize for OperandsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.operands.len()))?;
        for operand in self.operands {
            list.serialize_element(&OperandJson { operand, rulebook: self.rulebook })?;
        }
        list.end()
    }
}

impl Serialize for OperandJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { operand, rulebook } = self;
        let mut map = serializer.serialize_map(None)?;
        match &operand.origin {
            Origin::Input(path) => {
                map.serialize_entry("from", "input")?;
                map.serialize_entry("path", path)?;
            }
            Origin::Calendar(path) => {
                map.serialize_entry("from", "calendar")?;
                map.serialize_entry("path", path)?;
            }
            Origin::Step(index) => {
                map.serialize_entry("from", "step")?;
                map.serialize_entry("step", index)?;
            }
            Origin::Constant => map.serialize_entry("from", "constant")?,
            Origin::Parameter(reference) => {
                map.serialize_entry("from", "parameter")?;
                if let Some((parameter, value)) = rulebook.resolve(*reference) {
                    map.serialize_entry("id", &parameter.id)?;
                    map.serialize_entry("valid_from", &value.from)?;
                    map.serialize_entry("source", rulebook.sources.get(value.source).map_or("", |source| &source.id))?;
                    map.serialize_entry("grade", value.grade.as_str())?;
                }
            }
        }
        map.serialize_entry("value", &operand.value)?;
        map.serialize_entry("unit", &operand.unit)?;
        map.end()
    }
}
