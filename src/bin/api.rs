//! What `static/api/index.js` calls: the answers of the `assess` command, as text, for pages that do their own UI.
//!
//! JSON goes in and out as text, so that a number keeps its digits and an answer is the command's, byte for byte.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("api is the engine of the npm package: run `make npm`. On the command line, use `assess`.");
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(target_arch = "wasm32")]
mod exports {
    #![expect(missing_debug_implementations, reason = "only JavaScript calls it")]

    use std::io::{self, Cursor, Read as _};
    use std::rc::Rc;

    use carbon_points::answer::rules::{Asked, DAMAGED, District, NO_DISTRICT, Overlay, built_in_overlay};
    use carbon_points::answer::{Assessor, export};
    use carbon_points::domain::assessment::{Air, Assessment, Totals, Verdict};
    use carbon_points::domain::date::Date;
    use carbon_points::domain::district::SHIPPED;
    use carbon_points::domain::intake::{MOST_LINE_BYTES, not_json, too_long};
    use carbon_points::domain::json::Json;
    use carbon_points::domain::methodology::Worth;
    use carbon_points::domain::reason::Reason;
    use carbon_points::domain::rulebook::{Damaged, Fault, Rulebook};
    use carbon_points::i18n::Language;
    use carbon_points::i18n::fault::sentence;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// A rulebook with, perhaps, a district's rules over it.
    #[wasm_bindgen]
    pub struct Rules {
        asked: Asked,
        laid: Rc<Rulebook>,
    }

    #[wasm_bindgen]
    impl Rules {
        /// The rulebook of that text, or the built-in one of the day, and whose rules to lay over it: a built-in
        /// district's by its id, those of a text, or `none`.
        ///
        /// Fails with a JSON list of faults, each with its `file`, `path` and sentences `zh` and `en`.
        #[wasm_bindgen(constructor)]
        pub fn new(rulebook: Option<String>, given: Option<String>, today: &str) -> Result<Self, String> {
            let base = match rulebook {
                Some(text) => Rulebook::parse(&text).map_err(|faults| listed("rulebook", &faults))?,
                None => Rulebook::current(day(today)?).map_err(|Damaged| DAMAGED.to_owned())?,
            };
            let asked = Asked { base: Rc::new(base), district: given.map_or(Ok(District::Unsaid), district)? };
            let laid = asked.laid().map_err(|unusable| listed("district", &unusable.faults))?;
            Ok(Self { asked, laid })
        }

        /// Answers one activity.
        pub fn assess(&self, activity: &str, today: &str) -> Result<String, String> {
            let assessor = Assessor::new(self.laid.clone(), day(today)?);
            let mut output = Vec::new();
            text(assessor.answer(activity, &mut output).map(|()| output))
        }

        /// Keeps an activity, whose fields can then be changed, to be told in numbers what it is worth.
        pub fn keep(&self, activity: &str, today: &str) -> Result<Kept, String> {
            let worth = Worth::new(self.laid.clone(), day(today)?);
            let activity = fitting(activity).and_then(|text| Json::parse(text).map_err(|fault| not_json(&fault)));
            Ok(Kept { worth, activity, places: Vec::new(), numbers: [0.; NUMBERS], reasons: Vec::new(), edition: 0 })
        }

        /// Answers lines as one account, or a file that is an export as a household's: a line each, and then the line of
        /// totals.
        pub fn fold(&self, ledger: &str, file: bool, today: &str, person: Option<String>) -> Result<String, String> {
            let today = day(today)?;
            let mut input = ledger.as_bytes();
            let recognised = if file { export::recognised(&mut input, true) } else { Ok((false, Vec::new())) };
            let (is_export, head) = recognised.map_err(|fault| fault.to_string())?;
            let book = if is_export {
                // The command writes its name before each sentence.
                export::book(head, input, &self.asked, today).map_err(|faults| faults.replace("\nassess: ", "\n"))?
            } else {
                let lines = Cursor::new(head).chain(input);
                Assessor::new(self.laid.clone(), today).account(lines).map_err(|fault| fault.to_string())?
            };
            let person = match person {
                Some(given) => Some(book.find(&given).ok_or_else(|| format!("person: nobody is “{given}” here"))?),
                None => None,
            };
            let mut output = Vec::new();
            text(book.tell(today, person.as_deref(), &mut output).map(|()| output))
        }
    }

    /// An activity that is asked about again and again.
    #[wasm_bindgen]
    pub struct Kept {
        worth: Worth<Rc<Rulebook>>,
        /// Or why it cannot be read.
        activity: Result<Json, Reason>,
        /// Of the fields that were asked for.
        places: Vec<Vec<usize>>,
        /// Those of the last worth.
        numbers: [f64; NUMBERS],
        reasons: Vec<Reason>,
        /// How often the reasons became others.
        edition: i64,
    }

    /// Numbers that say what an activity is worth.
    const NUMBERS: usize = 7;

    #[wasm_bindgen]
    impl Kept {
        /// The place of the field at a path, as in `legs[0].km`, to be set by; none if there is no such field.
        pub fn place(&mut self, path: &str) -> Option<usize> {
            let place = place(self.activity.as_ref().ok()?, path)?;
            self.places.push(place);
            Some(self.places.len() - 1)
        }

        /// Puts a text into the field at a place; says whether it is still there.
        pub fn set(&mut self, place: usize, text: String) -> bool {
            let (Ok(activity), Some(place)) = (&mut self.activity, self.places.get(place)) else { return false };
            at(activity, place).map(|field| *field = Json::Text(text)).is_some()
        }

        /// Works out what it is worth.
        ///
        /// Gives where the numbers stand in memory, until it is asked again or freed: 2 if it is credited, 1 recorded, 0
        /// rejected; carbon, VOC and NOx in mg; millionths of a pollutant equivalent; points; and 0 if there is no reason,
        /// or a number that is another when the reasons are others. A copy of them would cost a good part of the work.
        pub fn worth(&mut self) -> *const f64 {
            let found = match &self.activity {
                Ok(activity) => self.worth.of_json(activity),
                Err(reason) => Err(vec![reason.clone()]),
            };
            self.take(found)
        }

        /// Works out what another activity is worth, likewise; it is not kept.
        pub fn worth_of(&mut self, activity: &str) -> *const f64 {
            let read = fitting(activity).and_then(|text| Json::borrowed(text).map_err(|fault| not_json(&fault)));
            let found = match read {
                Ok(activity) => self.worth.of_json(&activity),
                Err(reason) => Err(vec![reason]),
            };
            self.take(found)
        }

        fn take(&mut self, found: Result<(Option<String>, Assessment), Vec<Reason>>) -> *const f64 {
            let (verdict, totals, reasons) = match found {
                Ok((_, Assessment { verdict, totals, reasons, .. })) => {
                    (if verdict == Verdict::Credited { 2 } else { 1 }, totals, reasons)
                }
                Err(reasons) => (0, Totals::default(), reasons),
            };
            let Totals { carbon_mg, air: Air { voc_mg, nox_mg, upe }, points } = totals;
            if !reasons.iter().map(said).eq(self.reasons.iter().map(said)) {
                self.reasons = reasons;
                self.edition += 1;
            }
            let edition = if self.reasons.is_empty() { 0 } else { self.edition };
            self.numbers = [verdict, carbon_mg, voc_mg, nox_mg, upe, points, edition].map(number);
            self.numbers.as_ptr()
        }

        /// The reasons of the last worth: a JSON list with the code and the field of each.
        pub fn reasons(&self) -> String {
            let text = |text: &str| Json::Text(text.to_owned());
            let each = |(code, path)| Json::object([("code", text(code)), ("path", text(path))]);
            Json::List(self.reasons.iter().map(said).map(each).collect()).to_string()
        }
    }

    /// What is told of a reason: its code and its field.
    fn said(reason: &Reason) -> (&str, &str) {
        (reason.code.as_str(), &reason.path)
    }

    /// A text that is not longer than an activity can be.
    fn fitting(text: &str) -> Result<&str, Reason> {
        let fits = u32::try_from(text.len()).is_ok_and(|bytes| bytes <= MOST_LINE_BYTES);
        fits.then_some(text).ok_or_else(too_long)
    }

    /// Where the field at a path stands: its place in each list or object on the way; of several of one name the first.
    fn place(mut json: &Json, path: &str) -> Option<Vec<usize>> {
        let mut place = Vec::new();
        for part in path.split(['.', '[']) {
            let next = match (json, part.strip_suffix(']')) {
                (Json::List(_), Some(place)) => place.parse().ok()?,
                (Json::Object(members), None) => members.iter().position(|(name, _)| name == part)?,
                _ => return None,
            };
            json = match json {
                Json::List(items) => items.get(next)?,
                Json::Object(members) => &members.get(next)?.1,
                _ => return None,
            };
            place.push(next);
        }
        Some(place)
    }

    /// The field at such a place.
    fn at<'j>(mut json: &'j mut Json, place: &[usize]) -> Option<&'j mut Json> {
        for next in place {
            json = match json {
                Json::List(items) => items.get_mut(*next)?,
                Json::Object(members) => &mut members.get_mut(*next)?.1,
                _ => return None,
            };
        }
        Some(json)
    }

    /// A whole number as JavaScript has it: no activity comes near the 53 bits that are exact there.
    #[expect(clippy::cast_precision_loss, reason = "see above")]
    fn number(whole: i64) -> f64 {
        whole as f64
    }

    /// Whose rules are meant.
    fn district(given: String) -> Result<District, String> {
        if given == NO_DISTRICT {
            return Ok(District::None);
        }
        if given.trim_start().starts_with('{') {
            return Ok(District::Given(Overlay { file: "district".to_owned(), text: given }));
        }
        built_in_overlay(&given).map(District::Given).ok_or_else(|| unknown(&given))
    }

    fn unknown(given: &str) -> String {
        let known: Vec<&str> = SHIPPED.iter().map(|(id, _)| *id).collect();
        let zh = format!("没有「{given}」这个区；内置的区有：{}；也可以给出规则文件的内容", known.join("、"));
        let known = known.join(", ");
        let en =
            format!("there is no built-in district “{given}”; there are {known}; the contents of a file will do too");
        Json::List(vec![fault("district", "", zh, en)]).to_string()
    }

    fn day(text: &str) -> Result<Date, String> {
        Date::parse(text).ok_or_else(|| format!("today: “{text}” is not a day as YYYY-MM-DD"))
    }

    /// Memory does not fail, and what is written there is text.
    fn text(written: io::Result<Vec<u8>>) -> Result<String, String> {
        let written = written.map_err(|fault| fault.to_string())?;
        String::from_utf8(written).map_err(|fault| fault.to_string())
    }

    fn listed(file: &str, faults: &[Fault]) -> String {
        let each = |found: &Fault| {
            let [zh, en] = [Language::Zh, Language::En].map(|language| sentence(found, language));
            fault(file, &found.path, zh, en)
        };
        Json::List(faults.iter().map(each).collect()).to_string()
    }

    fn fault(file: &str, path: &str, zh: String, en: String) -> Json {
        let [file, path] = [file, path].map(|text| Json::Text(text.to_owned()));
        Json::object([("file", file), ("path", path), ("zh", Json::Text(zh)), ("en", Json::Text(en))])
    }
}
