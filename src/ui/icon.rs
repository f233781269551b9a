//! One family of line icons, drawn on a 24-unit grid with a 1.75 stroke.

use super::element::{Element, el};

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $path:literal),* $(,)?) => {
        /// An icon.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub(crate) enum Icon { $($(#[$doc])* $name),* }

        fn path(icon: Icon) -> &'static str {
            match icon { $(Icon::$name => $path),* }
        }
    };
}

icons! {
    /// The carbon ledger: a hexagon, as carbon is drawn.
    Carbon = "M12 3l7.8 4.5v9L12 21l-7.8-4.5v-9zM9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0",
    /// The air ledger: moving air.
    Air = "M3 9h10.5a2.75 2.75 0 1 0-2.75-2.75M3 13h15a3 3 0 1 1-3 3M3 17h6.5a2.25 2.25 0 1 1-2.25 2.25",
    /// The points ledger: a seal.
    Points = "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM12 8l4 4-4 4-4-4z",
    /// A loudspeaker.
    Aloud = "M4 9.5v5h3.5L13 19V5L7.5 9.500zM16 9a4.200 4.200 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11",
    /// A house.
    Home = "M4 11l8-7 8 7v8.5a.5.5 0 0 1-.5.5H15v-6H9v6H4.5a.5.5 0 0 1-.5-.5z",
    /// A pen.
    Pen = "M4 20l1-4.2L16.3 4.5a2.2 2.2 0 0 1 3.2 3.2L8.2 19zM14 7l3 3",
    /// A ledger.
    Ledger = "M5 4h12a2 2 0 0 1 2 2v14H7a2 2 0 0 1-2-2zM5 18a2 2 0 0 1 2-2h12M9 8h6M9 11.5h6",
    /// A balance.
    Rules = "M12 4v16M8 20h8M5 7h14M5 7l-2.5 6h5zM19 7l-2.5 6h5zM2.5 13a2.5 2.5 0 0 0 5 0M16.5 13a2.5 2.5 0 0 0 5 0",
    /// A person.
    Me = "M12 4a3.75 3.75 0 1 0 .01 0zM4.5 20c.6-4.2 3.5-6.5 7.5-6.5s6.9 2.3 7.5 6.5z",
    /// A person walking.
    Walk = "M13 3.2a1.6 1.6 0 1 0 .01 0zM12.5 8.5l-3 2.5-.5 3M12.5 8.5l-1 5.5 3 2.5 1 4.5M11.5 14l-3.5 7M12.5 8.5l3 3.5h2.5",
    /// A bicycle.
    Bike = "M2.5 16a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M14.5 16a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M6 16l3.5-6.5h5L18 16M9.5 9.5L12 16H6M14.5 9.5L14 6.5h2.5M8 7h3",
    /// An electric bicycle.
    Ebike = "M2.5 17a3 3 0 1 0 6 0a3 3 0 1 0-6 0M15.5 17a3 3 0 1 0 6 0a3 3 0 1 0-6 0M8.5 17h4l3-6.5h-6L7 17M15.5 10.5L14.5 6H17M18.5 17l-3-6.5M6 10.5h4M12 3l-2 3h3l-2 3",
    /// A bus.
    Bus = "M5 17V6.5A1.5 1.5 0 0 1 6.5 5h11A1.5 1.5 0 0 1 19 6.5V17zM5 12h14M8 17v2.5M16 17v2.5M8.5 14.5h.01M15.5 14.5h.01",
    /// A metro train.
    Rail = "M7 3.5h10a2 2 0 0 1 2 2V14a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3V5.5a2 2 0 0 1 2-2zM5 10.5h14M9 14h.01M15 14h.01M8.5 17l-2.5 3.5M15.5 17l2.5 3.5",
    /// A car.
    Car = "M4 17v-4l1.8-4.7A2 2 0 0 1 7.7 7h8.6a2 2 0 0 1 1.9 1.3L20 13v4zM4 13h16M7 17v2M17 17v2M7.5 15h.01M16.5 15h.01",
    /// Two people in a car.
    Carpool = "M4 18v-3.5l1.8-4.2A2 2 0 0 1 7.7 9h8.6a2 2 0 0 1 1.9 1.3l1.8 4.2V18zM4 14.5h16M7 18v2M17 18v2M9 4.5a1.5 1.5 0 1 0 .01 0zM15 4.5a1.5 1.5 0 1 0 .01 0z",
    /// A taxi.
    Taxi = "M4 18v-4l1.8-4.7A2 2 0 0 1 7.7 8h8.6a2 2 0 0 1 1.9 1.3L20 14v4zM4 14h16M7 18v2M17 18v2M9.5 8V5h5v3M7.5 16h.01M16.5 16h.01",
    /// A car with a plug's bolt.
    BevCar = "M4 18v-3.5l1.8-4.2A2 2 0 0 1 7.7 9h8.6a2 2 0 0 1 1.9 1.3l1.8 4.2V18zM4 14.5h16M7 18v2M17 18v2M12.8 2.5L10.5 6h3l-2.3 3.5",
    /// A car with a drop.
    FcevCar = "M4 18v-3.5l1.8-4.2A2 2 0 0 1 7.7 9h8.6a2 2 0 0 1 1.9 1.3l1.8 4.2V18zM4 14.5h16M7 18v2M17 18v2M12 2c1.2 1.5 2 2.6 2 3.7a2 2 0 0 1-4 0C10 4.6 10.8 3.5 12 2z",
    /// A fast train.
    Hsr = "M3.5 16.5C3.5 10.5 9 6 16 6h4.5v10.5zM11 10.5h5v3H9M3.5 19.5h17",
    /// A letter P, for a parked car.
    Parked = "M5 3.5h14a1.5 1.5 0 0 1 1.5 1.5v14a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19V5A1.5 1.5 0 0 1 5 3.5zM9.5 17V7.5h3.25a2.75 2.75 0 0 1 0 5.5H9.5",
    /// A fuel pump.
    Fuel = "M5 20V5.5A1.5 1.5 0 0 1 6.5 4h6A1.5 1.5 0 0 1 14 5.5V20M4 20h11M7.5 7.5h4v3h-4zM14 11h1.5a1.5 1.5 0 0 1 1.5 1.5V16a1.5 1.5 0 0 0 3 0V9l-2.5-2.5",
    /// A flash.
    Bolt = "M13 3L5.5 13.5H11L10.5 21l8-10.5H13z",
    /// A flame.
    Flame = "M12 21c-3.6 0-6-2.4-6-5.8 0-3.1 2.3-4.7 3.4-7.2.5-1.3.6-2.5.4-4 3 1 4.6 3.5 4.7 6 .8-.4 1.3-1.2 1.5-2 1.3 1.6 2 3.5 2 5.7 0 4.3-2.4 7.3-6 7.3z",
    /// A drop.
    Drop = "M12 3.5c3 3.8 5.5 6.8 5.5 10.2a5.5 5.5 0 0 1-11 0C6.5 10.3 9 7.3 12 3.5z",
    /// A radiator.
    Heat = "M5.5 7v11M9.5 7v11M13.5 7v11M17.5 7v11M3.5 9.5h16v6h-16",
    /// A sun.
    Sun = "M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4",
    /// An air conditioner.
    Appliance = "M4 5h16v8H4zM7.5 10.5h9M8 16.5v1.5M12 16.5V20M16 16.5v1.5",
    /// A tin of paint.
    Paint = "M5 7.5C5 6 8.1 4.5 12 4.5s7 1.5 7 3v9c0 1.7-3.1 3-7 3s-7-1.3-7-3zM5 7.5c0 1.7 3.1 3 7 3s7-1.3 7-3M9 14.5c0 1.5 1.3 2 3 2s3-.5 3-2",
    /// A leaf.
    Leaf = "M5.5 18.5C4.5 10 9.5 5 19.5 4.5c.5 9.5-4.5 15-14 14zM4 21c1.5-5.5 5-9 9.5-11",
    /// A magnifier.
    Search = "M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20",
    /// Forward.
    Forward = "M9 5l7 7-7 7",
    /// Back.
    Back = "M15 5l-7 7 7 7",
    /// An arrow into a tray: records out and in.
    Tray = "M12 3.5v11M7.5 10L12 14.5l4.5-4.5M4 15v4a1.5 1.5 0 0 0 1.5 1.5h13A1.5 1.5 0 0 0 20 19v-4",
    /// Open downwards.
    Down = "M5 9l7 7 7-7",
    /// Plus.
    Plus = "M12 5v14M5 12h14",
    /// Minus.
    Minus = "M5 12h14",
    /// The last letter taken back.
    Erase = "M9 5.5h11v13H9L3.5 12zM11.5 9.5l5 5M16.5 9.5l-5 5",
    /// Cross.
    Close = "M6 6l12 12M18 6L6 18",
    /// Tick.
    Check = "M5 12.5l4.5 4.5L19 7.5",
    /// Undo.
    Undo = "M8.5 6L4.5 10l4 4M4.5 10h9a5 5 0 0 1 0 10H11",
    /// A clock: its time is over.
    Overdue = "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2",
    /// Information.
    Info = "M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.8h.01",
}

/// The icon, hidden from screen readers: a text always stands beside it.
#[inline(never)]
pub(crate) fn icon(icon: Icon) -> Element {
    drawing("icon", "0 0 24 24").child(el("path", "").attr("d", path(icon)))
}

/// An icon of one place only, of the same family: its path stands where it is used.
pub(crate) fn outline(path: &'static str) -> Element {
    drawing("icon", "0 0 24 24").child(el("path", "").attr("d", path))
}

/// A drawing that says nothing a text beside it does not.
pub(crate) fn drawing(class: &'static str, view_box: &'static str) -> Element {
    el("svg", class).attr("viewBox", view_box).attr("aria-hidden", "true").attr("focusable", "false")
}

/// The mark of the house: an open ledger with a sprout for its ruling.
pub(crate) fn brand() -> Element {
    let part = |class, path| el("path", class).attr("d", path);
    drawing("brand__mark", "0 0 32 32")
        .child(part("brand__page", "M4 7.5C8 6 12 6.5 16 9c4-2.5 8-3 12-1.5V25c-4-1.5-8-1-12 1.5C12 24 8 23.5 4 25z"))
        .child(part("brand__line", "M16 9v17.5M7.5 12.5c2-.5 3.8-.3 5.5.5M7.5 17c2-.5 3.8-.3 5.5.5"))
        .child(part("brand__leaf", "M19 21c0-5 2.5-8 7-8.5 0 5-2.5 8.3-7 8.5zM19 21c1-2.5 2.4-4.2 4.2-5.5"))
}
