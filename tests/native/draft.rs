//! Drafts: what was typed stays, what belongs together goes together.

use carbon_points::domain::activity::Kind;
use carbon_points::domain::draft::{Draft, Edit, leg_path, split_leg_path};
use carbon_points::domain::json::Json;

fn text(path: &str, text: &str) -> Edit {
    Edit::Text(path.to_owned(), text.to_owned())
}

#[test]
fn typed_text_stays_as_typed() {
    let mut draft = Draft::new(Kind::Trip);
    draft.edit(Edit::AddLeg("rail"));
    for typed in ["1", "1.", "1.5", "1.50", "１．５０", "abc", " 7"] {
        draft.edit(text("legs[0].km", typed));
        assert_eq!(draft.text("legs[0].km"), typed);
    }
}

#[test]
fn a_leg_taken_away_takes_its_fields_and_moves_the_rest_up() {
    let mut draft = Draft::new(Kind::Trip);
    for (leg, (mode, km)) in [("walk", "1"), ("rail", "2"), ("bus", "3")].into_iter().enumerate() {
        draft.edit(Edit::AddLeg(mode));
        draft.edit(text(&leg_path(leg, "km"), km));
    }
    draft.edit(Edit::RemoveLeg(1));
    assert_eq!(draft.legs(), 2);
    assert_eq!((draft.text("legs[0].mode"), draft.text("legs[0].km")), ("walk", "1"));
    assert_eq!((draft.text("legs[1].mode"), draft.text("legs[1].km")), ("bus", "3"));
    assert_eq!(draft.text("legs[2].km"), "");
    draft.edit(Edit::RemoveLeg(7));
    assert_eq!(draft.legs(), 2);
}

#[test]
fn legs_replaced_leave_nothing_of_the_old_ones() {
    let mut draft = Draft::new(Kind::Trip).with("date", "2026-11-21");
    draft.edit(Edit::AddLeg("bev_car"));
    draft.edit(Edit::Tick("legs[0].replaced_petrol_car".to_owned(), true));
    draft.edit(Edit::Legs(vec![("bus", "4.5".to_owned())]));
    assert!(!draft.ticked("legs[0].replaced_petrol_car"));
    assert_eq!((draft.legs(), draft.text("legs[0].km"), draft.text("date")), (1, "4.5", "2026-11-21"));
}

#[test]
fn fields_of_a_choice_left_again_are_kept_but_not_read() {
    let mut draft = Draft::new(Kind::CarFree).with("power", "petrol").with("engine_litres", "1.6");
    assert!(draft.to_json().get("engine_litres").is_some());
    draft.edit(text("power", "bev"));
    assert!(draft.to_json().get("engine_litres").is_none());
    draft.edit(text("power", "petrol"));
    assert_eq!(draft.to_json().get("engine_litres").and_then(Json::text), Some("1.6"));
}

#[test]
fn a_hob_has_no_serial_number_and_paint_keeps_its_home() {
    let mut draft = Draft::new(Kind::Appliance).with("appliance", "other").with("serial", "A1");
    assert_eq!(draft.to_json().get("serial").and_then(Json::text), Some("A1"));
    draft.edit(text("appliance", "induction_hob"));
    assert!(draft.to_json().get("serial").is_none());
    let home = [("floor_area_m2", "60."), ("coats", "2"), ("dwelling", "老房")];
    let paint = home.iter().fold(Draft::new(Kind::Purchase), |draft, (path, text)| draft.with(path, *text));
    let read = |path: &str| paint.to_json().get(path).and_then(Json::text).map(str::to_owned);
    assert_eq!(home.map(|(path, _)| read(path)), ["60", "2", "老房"].map(|text| Some(text.to_owned())));
}

#[test]
fn empty_fields_are_absent_and_a_trip_always_has_legs() {
    let draft = Draft::new(Kind::Trip).with("date", "  ").with("note", "");
    let json = draft.to_json();
    assert!(json.get("date").is_none() && json.get("note").is_none());
    assert_eq!(json.get("legs"), Some(&Json::List(Vec::new())));
    let mut draft = draft;
    draft.edit(Edit::AddLeg(""));
    assert_eq!(draft.to_json().get("legs"), Some(&Json::List(vec![Json::Object(Vec::new())])));
}

#[test]
fn a_bill_counts_for_its_last_day() {
    let bill = Draft::new(Kind::Utility).with("end", "2026-06-30");
    assert_eq!(bill.to_json().get("date").and_then(Json::text), Some("2026-06-30"));
    let dated = bill.with("date", "2026-07-02").to_json();
    assert_eq!(dated.get("date").and_then(Json::text), Some("2026-07-02"));
    let names: Vec<_> = dated.members().unwrap_or_default().iter().filter(|(name, _)| name == "date").collect();
    assert_eq!(names.len(), 1);
}

#[test]
fn a_draft_reads_back_from_its_own_object() {
    let mut draft = Draft::new(Kind::Trip).with("date", "2026-07-15").with("note", "上班");
    draft.edit(Edit::AddLeg("bev_car"));
    draft.edit(text("legs[0].km", "20.50"));
    draft.edit(Edit::Tick("legs[0].replaced_petrol_car".to_owned(), true));
    assert_eq!(Draft::from_json(&draft.to_json()), Some(draft));
    assert_eq!(Draft::from_json(&Json::Null), None);
    assert_eq!(Draft::from_json(&Json::object([("kind", Json::Text("flight".to_owned()))])), None);
}

#[test]
fn leg_paths_are_read_as_written() {
    assert_eq!(split_leg_path(&leg_path(12, "km")), Some((12, "km")));
    for other in ["km", "legs", "legs[x].km", "legs[1]km", "legs[-1].km"] {
        assert_eq!(split_leg_path(other), None, "{other}");
    }
}

#[test]
fn a_number_stopped_at_its_point_reads_as_the_digits_before_it() {
    let read = |typed: &str| {
        let draft = Draft::new(Kind::Solar).with("self_consumed_kwh", typed);
        assert_eq!(draft.text("self_consumed_kwh"), typed);
        draft.to_json().get("self_consumed_kwh").and_then(Json::text).map(str::to_owned)
    };
    for (typed, whole) in [("5.", "5"), ("５．", "５"), ("12。", "12"), ("0.", "0"), ("5.0", "5.0"), (".5", ".5")] {
        assert_eq!(read(typed).as_deref(), Some(whole), "{typed}");
    }
    // A point alone is nothing yet; two are no number.
    assert_eq!(read("."), None);
    for wrong in ["1.5.", "5..", "五。"] {
        assert_eq!(read(wrong).as_deref(), Some(wrong), "{wrong}");
    }
}

#[test]
fn a_form_complains_only_about_fields_it_shows() {
    let bill = Draft::new(Kind::Utility);
    assert!(!bill.asks_for("date") && bill.asks_for("start") && bill.asks_for("end"));
    let mut purchase = Draft::new(Kind::Purchase);
    assert!(purchase.asks_for("category") && purchase.asks_for("date"));
    assert!(!purchase.asks_for("voc_unit") && !purchase.asks_for("amount"));
    purchase.edit(text("category", "putty"));
    assert!(purchase.asks_for("voc_unit") && purchase.asks_for("amount"));
    assert!(Draft::new(Kind::Trip).asks_for("date"));
}
