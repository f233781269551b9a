//! Icons that only a public screen shows: what is bought and done, each by itself. They are drawn as those in
//! [`crate::ui::icon`], but stand here, so that the first screen of the page does without them.

use crate::domain::activity::Facts;
use crate::ui::element::Element;
use crate::ui::icon::{Icon, icon, outline};
use crate::ui::summary::activity_icon;

/// A sheet of the calendar.
pub(super) fn calendar() -> Element {
    outline(
        "M5 5.5h14a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6.5a1 1 0 0 1 1-1zM4 10h16M8 3.5v4M16 3.5v4M8 14h.01M12 14h.01M16 14h.01",
    )
}

/// A printer.
pub(super) fn printer() -> Element {
    outline("M7 8.5V4h10v4.5M7 16.5H4v-8h16v8h-3M7 13.5h10V20H7z")
}

/// A place of business: an awning.
pub(super) fn shop() -> Element {
    outline(
        "M4 9l1.5-4.5h13L20 9M4 9a2.7 2.7 0 0 0 5.3 0a2.7 2.7 0 0 0 5.4 0A2.7 2.7 0 0 0 20 9M5.5 12v8h13v-8M10 20v-4.5h4V20",
    )
}

/// Of an activity: of a purchase or an everyday act its own, of others that of their kind.
pub(super) fn activity(facts: &Facts) -> Element {
    match facts {
        Facts::Purchase(purchase) => product(&purchase.category),
        Facts::Action { action, .. } => self::action(action),
        other => icon(activity_icon(other)),
    }
}

/// Of a product, by its id in the rulebook; a tin of one that is not known here.
pub(super) fn product(id: &str) -> Element {
    outline(match id {
        // A roller.
        "interior_wall_coating" => "M4 4.5h13v5H4zM17 7h3v5h-8v3M10.5 15h3v5.5h-3z",
        // A house with its siding.
        "exterior_wall_coating" => "M3.5 11.5L12 4.5l8.5 7M5.5 10v10h13V10M9 12.5h6M9 15h6M9 17.5h6",
        // An umbrella.
        "waterproof_coating" => "M12 3.5V5M3.5 13.5a8.5 8.5 0 0 1 17 0zM12 13.5v5a2 2 0 0 0 4 0",
        // A floor of tiles.
        "floor_coating" => "M3 18.5l4-12h10l4 12zM5 12.5h14M12 6.5v12",
        // Layers.
        "floor_coating_solvent_free" => "M12 4l8.5 4.5L12 13 3.5 8.5zM3.5 12.5L12 17l8.5-4.5M3.5 16L12 20.5l8.5-4.5",
        // A plasterer's float.
        "putty" => {
            "M3.5 15.5h17V18h-17zM8 15.5v-2.5h8v2.5M12 13v-2.5M8.5 8h7a1.25 1.25 0 0 1 0 2.5h-7a1.25 1.25 0 0 1 0-2.5z"
        }
        // A spray can.
        "air_freshener_aerosol" => {
            "M6.5 10.5a2 2 0 0 1 2-2h3a2 2 0 0 1 2 2v10h-7zM8.5 8.5V5.5h3v3M6.5 13.5h7M15.5 6h.01M18 4.5h.01M18 7.5h.01"
        }
        // A bottle with a pump.
        "air_freshener_liquid" => "M8 11.5a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v9H8zM12 9.5v-5M8 6.5v-2h6M8 14.5h8",
        // A flower.
        "air_freshener_gel" => {
            "M9.8 11.5a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0M10.3 9.8a3 3 0 1 1 3.4 0M13.7 10a3 3 0 1 1 .2 3.1M13.7 13.2a3 3 0 1 1-3.4 0M10.1 13.1a3 3 0 1 1 .2-3.1M12 16.5V21"
        }
        // A comb.
        "hairspray" => "M4 7h16v3.5H4zM5.5 10.5v6.5M8.75 10.5V17M12 10.5V17M15.25 10.5V17M18.5 10.5V17",
        // A fly.
        "flying_insecticide_aerosol" => {
            "M10.2 7a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0-3.6 0M12 8.8V18M12 11c2-2.5 5.5-4.2 8-3-.5 3-4.5 4.5-8 4.5M12 11c-2-2.5-5.5-4.2-8-3 .5 3 4.5 4.5 8 4.5M12 15l-3.5 3.5M12 15l3.5 3.5"
        }
        // A beetle.
        "crawling_insecticide_aerosol" => {
            "M7.5 13.5a4.5 5.5 0 1 0 9 0a4.5 5.5 0 1 0-9 0M12 8v11M9.8 8.5L8 5M14.2 8.5L16 5M7.5 13.5H4M16.5 13.5H20M8.5 17.5L5.5 20M15.5 17.5l3 2.5M8.3 10L5.5 8M15.7 10l2.8-2"
        }
        // An oil can.
        "lubricant" => {
            "M3.5 12h9.5v7.5H3.5zM5.5 12V9.5h5V12M8 9.5V7M13 15l6.5-5.5M20.3 12c.7.9 1 1.4 1 2a1 1 0 0 1-2 0c0-.6.3-1.1 1-2z"
        }
        // A windscreen with its wiper.
        "washer_fluid" => "M3 18l2.5-9.5Q12 5 18.5 8.5L21 18Q12 15 3 18zM11 16.3l5-8.5",
        _ => "M5 7.5C5 6 8.1 4.5 12 4.5s7 1.5 7 3v9c0 1.7-3.1 3-7 3s-7-1.3-7-3zM5 7.5c0 1.7 3.1 3 7 3s7-1.3 7-3",
    })
}

/// Of an everyday act, by its id in the rulebook; a leaf of one that is not known here.
pub(super) fn action(id: &str) -> Element {
    outline(match id {
        // Fork and knife, crossed out.
        "no_cutlery" => {
            "M7.5 11v9.5M5 3.5v4.5a2.5 2.5 0 0 0 5 0V3.5M7.5 3.5V8M17 20.5v-17c-2.5 1.5-3.5 4.5-3.5 8.5H17M3.5 5.5l17 15"
        }
        // An empty plate.
        "clean_plate" => "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM12 7.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9z",
        // A bag.
        "own_bag" => "M5 8.5h14l1 12H4zM8.5 12V7a3.5 3.5 0 0 1 7 0v5",
        // A bill.
        "e_invoice" => "M6 3.5h12v17l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5-2 1.5zM9 8h6M9 11.5h6M9 15h3",
        // A shirt.
        "clothes_recycling" => "M8.5 4l-5 3L5 11l2.5-.8V20h9v-9.8L19 11l1.5-4-5-3a3.5 3.5 0 0 1-7 0z",
        // A tree.
        "tree_planting" => {
            "M12 21v-9M12 15.5l2.5-2M8.5 21h7M12 3.5c-2.8 0-4.7 2-4.7 4.4C5.6 8.5 4.7 9.7 4.7 11c0 2 1.5 3.5 3.5 3.5h7.6c2 0 3.5-1.5 3.5-3.5 0-1.3-.9-2.5-2.6-3.1 0-2.4-1.9-4.4-4.7-4.4z"
        }
        // Three arrows that follow each other.
        "recycling_handin" => {
            "M8.3 9L11 4.6a1.2 1.2 0 0 1 2 0L15.5 9M12.8 8.7l2.7.3.9-2.6M17.3 12l2.6 4.5a1.2 1.2 0 0 1-1 1.9h-5.4M15.6 16.2l-2.1 2.2 2.1 2.1M10.3 18.4H5.1a1.2 1.2 0 0 1-1-1.9L6.8 12M4.3 12.7l2.5-.7.8 2.6"
        }
        // A refrigerator.
        "old_appliance_handin" => {
            "M7 3.5h10a1 1 0 0 1 1 1v15a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1zM6 10h12M9 6v1.5M9 13v3"
        }
        "cycling_day" => return icon(Icon::Bike),
        _ => return icon(Icon::Leaf),
    })
}
