//! A draft is text until it is valid: what was typed, field by field, under the JSON path it will have.
//!
//! `1.50` stays `1.50`, half a date stays half a date. [`Draft::to_json`] builds the object that [`super::intake`] reads,
//! so a problem it reports carries the path of the field it belongs to.

use super::activity::Kind;
use super::decimal::{Decimal, ascii_form};
use super::json::Json;

/// What stands in one field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Typed {
    /// A text as typed.
    Text(String),
    /// A ticked box. Unticked boxes are absent.
    Ticked,
}

/// The typed fields of one activity.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// The kind of activity it is to become.
    pub kind: Kind,
    /// The entry it is to replace, if it is a correction.
    pub corrects: Option<String>,
    /// Ids of the people of the household it was chosen to be for; `None` as long as nothing was chosen.
    pub people: Option<Vec<String>>,
    /// In order of the path.
    fields: Vec<(String, Typed)>,
}

/// One change to a draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Edit {
    /// The text of a field became this.
    Text(String, String),
    /// A box was ticked or unticked.
    Tick(String, bool),
    /// A leg was added at the end of the trip, by this mode.
    AddLeg(&'static str),
    /// A leg was taken away.
    RemoveLeg(usize),
    /// All legs were replaced by these: mode and kilometres.
    Legs(Vec<(&'static str, String)>),
    /// The people it is for became these.
    People(Vec<String>),
}

impl Draft {
    /// An empty draft.
    pub fn new(kind: Kind) -> Self {
        Self { kind, corrects: None, people: None, fields: Vec::new() }
    }

    /// The text of a field; empty if nothing was typed.
    pub fn text(&self, path: &str) -> &str {
        match self.field(path) {
            Some(Typed::Text(text)) => text,
            _ => "",
        }
    }

    /// Whether a box is ticked.
    pub fn ticked(&self, path: &str) -> bool {
        self.field(path) == Some(&Typed::Ticked)
    }

    /// The same draft with a field's text.
    #[must_use]
    pub fn with(mut self, path: &str, text: impl Into<String>) -> Self {
        self.set_text(path, text.into());
        self
    }

    /// Number of legs of a trip.
    pub fn legs(&self) -> usize {
        let mut legs = 0;
        while self.field(&leg_path(legs, "mode")).is_some() {
            legs += 1;
        }
        legs
    }

    /// Every filled field, in order of its path.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &Typed)> {
        self.fields.iter().map(|(path, typed)| (path.as_str(), typed))
    }

    /// Applies a change.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Text(path, text) => self.set_text(&path, text),
            Edit::Tick(path, true) => self.put(&path, Some(Typed::Ticked)),
            Edit::Tick(path, false) => self.put(&path, None),
            Edit::AddLeg(mode) => {
                let leg = self.legs();
                self.set_text(&leg_path(leg, "mode"), mode.to_owned());
            }
            Edit::RemoveLeg(gone) => self.remove_leg(gone),
            Edit::People(people) => self.people = Some(people),
            Edit::Legs(legs) => {
                self.fields.retain(|(path, _)| split_leg_path(path).is_none());
                for (leg, (mode, km)) in legs.into_iter().enumerate() {
                    self.set_text(&leg_path(leg, "mode"), mode.to_owned());
                    self.set_text(&leg_path(leg, "km"), km);
                }
            }
        }
    }

    /// The object to be read by [`super::intake::read`].
    ///
    /// Empty fields are left out, and so are fields of a choice that was left again (the engine size of a car that is
    /// now electric): they stay in the draft in case the resident comes back. A number is read up to a point that no
    /// digit follows yet. A trip always has its `legs`; a bill counts for its last day unless another date was typed.
    pub fn to_json(&self) -> Json {
        let mut members = vec![("kind".to_owned(), Json::Text(self.kind.as_str().to_owned()))];
        let mut legs: Vec<Vec<(String, Json)>> = vec![Vec::new(); self.legs()];
        if self.kind == Kind::Utility && self.text("date").is_empty() && !self.text("end").is_empty() {
            members.push(("date".to_owned(), Json::Text(self.text("end").to_owned())));
        }
        for (path, typed) in self.fields.iter().filter(|(path, _)| self.applies(path)) {
            let value = match typed {
                Typed::Text(text) if finished(text).trim().is_empty() => continue,
                Typed::Text(text) => Json::Text(finished(text).to_owned()),
                Typed::Ticked => Json::Bool(true),
            };
            match split_leg_path(path) {
                Some((leg, field)) => {
                    if let Some(leg) = legs.get_mut(leg) {
                        leg.push((field.to_owned(), value));
                    }
                }
                None => members.push((path.clone(), value)),
            }
        }
        if self.kind == Kind::Trip {
            members.push(("legs".to_owned(), Json::List(legs.into_iter().map(Json::Object).collect())));
        }
        Json::Object(members)
    }

    /// Whether the form has a field for that path as it stands: a bill's day is its last one, and what is asked about a
    /// purchase depends on what was bought.
    pub fn asks_for(&self, path: &str) -> bool {
        match self.kind {
            Kind::Utility => path != "date",
            Kind::Purchase if self.text("category").is_empty() => matches!(path, "date" | "category"),
            _ => true,
        }
    }

    /// The draft that reads as this activity object; the other way round of [`Draft::to_json`].
    ///
    /// `None` if it is not an object with a known kind. The activity's own `id` is not taken over.
    pub fn from_json(json: &Json) -> Option<Self> {
        let Json::Text(word) = json.get("kind")? else { return None };
        let mut draft = Self::new(Kind::from_word(word)?);
        for (name, value) in json.members()? {
            match value {
                Json::List(legs) if name == "legs" => {
                    for (index, leg) in legs.iter().enumerate() {
                        for (field, value) in leg.members()? {
                            draft.set_value(&leg_path(index, field), value);
                        }
                    }
                }
                _ if name == "kind" || name == "id" => {}
                _ => draft.set_value(name, value),
            }
        }
        Some(draft)
    }

    /// Whether a field belongs to what is chosen now.
    fn applies(&self, path: &str) -> bool {
        if let Some((leg, field)) = split_leg_path(path) {
            return field != "replaced_petrol_car" || self.text(&leg_path(leg, "mode")) == "bev_car";
        }
        match (self.kind, path) {
            (Kind::CarFree, "engine_litres") => self.text("power") == "petrol",
            (Kind::Utility, "has_pv") => self.text("utility") == "electricity",
            (Kind::Utility, "boiler_heating") => self.text("utility") == "gas",
            (Kind::Utility, "annual_usage") => self.text("utility") != "heat",
            (Kind::Purchase, "displaced" | "displaced_amount") => self.text("mode") == "technology_switch",
            (Kind::Purchase, "water_percent") => self.text("basis") == "less_water",
            (Kind::Purchase, "density_kg_per_l") => self.text("basis") == "less_water" || self.needs_density(),
            (Kind::Appliance, "cooling_kw" | "apf" | "replaced_apf") => self.text("appliance") == "air_conditioner",
            (Kind::Appliance, "annual_kwh" | "replaced_annual_kwh") => self.text("appliance") == "other",
            (Kind::Appliance, "serial") => self.text("appliance") != "induction_hob",
            (Kind::Appliance, "annual_m3" | "efficiency" | "replaced_efficiency") => {
                self.text("appliance") == "gas_boiler"
            }
            _ => true,
        }
    }

    /// Whether a purchase is given in litres and its VOC by weight, or the other way round.
    pub fn needs_density(&self) -> bool {
        let by_volume = matches!(self.text("unit"), "L" | "mL");
        self.kind == Kind::Purchase && by_volume != (self.text("voc_unit") == "g/L")
    }

    fn set_value(&mut self, path: &str, value: &Json) {
        match value {
            Json::Bool(true) => self.put(path, Some(Typed::Ticked)),
            Json::Text(text) | Json::Number(text) => self.set_text(path, text.clone()),
            _ => {}
        }
    }

    fn set_text(&mut self, path: &str, text: String) {
        // A leg exists while it has a mode, so an emptied mode stays as an empty text.
        let keep = !text.is_empty() || split_leg_path(path).is_some_and(|(_, field)| field == "mode");
        self.put(path, keep.then_some(Typed::Text(text)));
    }

    fn remove_leg(&mut self, gone: usize) {
        for (path, typed) in std::mem::take(&mut self.fields) {
            match split_leg_path(&path) {
                Some((leg, _)) if leg == gone => {}
                Some((leg, field)) if leg > gone => self.put(&leg_path(leg - 1, field), Some(typed)),
                _ => self.put(&path, Some(typed)),
            }
        }
    }

    fn field(&self, path: &str) -> Option<&Typed> {
        self.fields.iter().find(|(known, _)| known == path).map(|(_, typed)| typed)
    }

    fn put(&mut self, path: &str, typed: Option<Typed>) {
        let place = self.fields.partition_point(|(known, _)| known.as_str() < path);
        if self.fields.get(place).is_some_and(|(known, _)| known == path) {
            self.fields.remove(place);
        }
        if let Some(typed) = typed {
            self.fields.insert(place, (path.to_owned(), typed));
        }
    }
}

/// What was typed so far: of a number that stops at its point, the digits before it.
fn finished(typed: &str) -> &str {
    let mut whole = typed.trim().chars();
    let at_point = whole.next_back().map(ascii_form) == Some('.');
    let whole = whole.as_str();
    if at_point && (whole.is_empty() || Decimal::parse(whole, 0).is_ok()) { whole } else { typed }
}

/// The path of a leg's field, as in `legs[0].km`.
pub fn leg_path(leg: usize, field: &str) -> String {
    format!("legs[{leg}].{field}")
}

/// The leg and the field of such a path.
pub fn split_leg_path(path: &str) -> Option<(usize, &str)> {
    let (leg, field) = path.strip_prefix("legs[")?.split_once(']')?;
    let field = field.strip_prefix('.')?;
    Some((leg.parse().ok()?, field))
}
