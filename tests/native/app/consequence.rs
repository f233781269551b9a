//! What a choice in a form brings with it.

use super::rulebook;
use carbon_points::app::consequence::consequences;
use carbon_points::domain::activity::Kind;
use carbon_points::domain::draft::{Draft, Edit};
use carbon_points::domain::ledger::Ledger;

#[test]
fn choosing_a_product_sets_the_units_its_label_is_written_in() {
    let rulebook = rulebook();
    let draft = Draft::new(Kind::Purchase);
    let chosen = |id: &str| {
        let mut draft = draft.clone();
        let edit = Edit::Text("category".to_owned(), id.to_owned());
        let following = consequences(&edit, &draft, &rulebook, &Ledger::default());
        draft.edit(edit);
        for edit in following {
            draft.edit(edit);
        }
        ["unit", "voc_unit", "basis", "mode"].map(|path| draft.text(path).to_owned())
    };
    assert_eq!(chosen("interior_wall_coating"), ["L", "g/L", "less_water", "below_limit"]);
    assert_eq!(chosen("putty"), ["kg", "g/kg", "as_supplied", "below_limit"]);
    assert_eq!(chosen("hairspray"), ["g", "percent", "as_supplied", "below_limit"]);
    assert_eq!(chosen("adhesive"), ["L", "g/L", "as_supplied", "technology_switch"]);
    assert_eq!(chosen("no such product"), ["", "", "", ""]);
}

#[test]
fn figures_do_not_follow_to_a_product_measured_otherwise() {
    let rulebook = rulebook();
    let tin = [
        ("amount", "20"),
        ("voc", "10"),
        ("density_kg_per_l", "1.3"),
        ("water_percent", "50"),
        ("displaced_amount", "5"),
    ];
    let after = |first: &str, unit: &str, second: &str| {
        let mut draft = Draft::new(Kind::Purchase);
        let mut choose = |path: &str, id: &str| {
            let edit = Edit::Text(path.to_owned(), id.to_owned());
            for edit in std::iter::once(edit.clone()).chain(consequences(&edit, &draft, &rulebook, &Ledger::default()))
            {
                draft.edit(edit);
            }
        };
        choose("category", first);
        choose("unit", unit);
        for (path, text) in tin {
            choose(path, text);
        }
        choose("category", second);
        let left: Vec<String> = tin.iter().map(|(path, _)| draft.text(path).to_owned()).collect();
        (draft.text("unit").to_owned(), left.join(" "))
    };
    let is = |unit: &str, left: &str| (unit.to_owned(), left.to_owned());
    // Both in g/L less water: the tin may be the same, only its name was wrong. What it replaced was another's.
    assert_eq!(after("interior_wall_coating", "L", "exterior_wall_coating"), is("L", "20 10 1.3 50 "));
    assert_eq!(after("interior_wall_coating", "mL", "exterior_wall_coating"), is("mL", "20 10 1.3 50 "));
    // The same unit on another basis; another unit; another unit of the amount too.
    assert_eq!(after("interior_wall_coating", "L", "floor_coating_solvent_free"), is("L", "20    "));
    assert_eq!(after("putty", "kg", "hairspray"), is("kg", "20    "));
    assert_eq!(after("interior_wall_coating", "L", "putty"), is("kg", "    "));
    assert_eq!(after("hairspray", "g", "adhesive"), is("L", "    "));
}

#[test]
fn paint_remembers_the_home_of_last_time() {
    let rulebook = rulebook();
    let paint = |id: &str, more: &str| {
        super::posted(
            id,
            &format!(
                r#"{{"kind":"purchase","date":"2026-04-10","category":"interior_wall_coating","amount":20,"unit":"L","voc":10,"voc_unit":"g/L","basis":"less_water","mode":"below_limit"{more}}}"#
            ),
        )
    };
    let mut ledger = Ledger::default();
    ledger.post(paint("a", r#","floor_area_m2":"90.5","coats":1,"dwelling":"老房""#)).expect("posted");
    ledger.post(paint("b", r#","floor_area_m2":60"#)).expect("posted");
    ledger.post(paint("c", "")).expect("posted");
    let choose = |mut draft: Draft, id: &str| {
        let edit = Edit::Text("category".to_owned(), id.to_owned());
        for edit in std::iter::once(edit.clone()).chain(consequences(&edit, &draft, &rulebook, &ledger)) {
            draft.edit(edit);
        }
        draft
    };
    let home = |draft: &Draft| ["floor_area_m2", "coats", "dwelling"].map(|path| draft.text(path).to_owned());
    let chosen = choose(Draft::new(Kind::Purchase), "interior_wall_coating");
    assert_eq!(home(&chosen), ["60", "", ""], "of the last that told anything");
    assert_eq!(home(&choose(chosen, "putty")), ["", "", ""], "putty is not asked about it");
    let typed = Draft::new(Kind::Purchase).with("coats", "3");
    assert_eq!(home(&choose(typed, "interior_wall_coating")), ["", "3", ""], "what was typed stays");
    let mut correction = Draft::new(Kind::Purchase);
    correction.corrects = Some("c".to_owned());
    assert_eq!(home(&choose(correction, "interior_wall_coating")), ["", "", ""]);
}

#[test]
fn choosing_an_action_keeps_only_the_amount_it_is_counted_by() {
    let rulebook = rulebook();
    let follow = |draft: &Draft, action: &str| {
        let edit = Edit::Text("action".to_owned(), action.to_owned());
        let mut changed = draft.clone();
        let following = consequences(&edit, draft, &rulebook, &Ledger::default());
        changed.edit(edit);
        for edit in following {
            changed.edit(edit);
        }
        changed
    };
    let counted = follow(&Draft::new(Kind::Action).with("kg", "2.5"), "clean_plate");
    assert_eq!((counted.text("count"), counted.text("kg")), ("1", ""));
    let more = follow(&counted.with("count", "3"), "own_bag");
    assert_eq!(more.text("count"), "3", "a number typed in stays");
    let weighed = follow(&more, "clothes_recycling");
    assert_eq!((weighed.text("count"), weighed.text("kg")), ("", ""));
    let other = Edit::Text("note".to_owned(), "x".to_owned());
    assert!(consequences(&other, &weighed, &rulebook, &Ledger::default()).is_empty());
}
