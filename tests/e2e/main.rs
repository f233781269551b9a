//! Drives the release build in `dist/` in real browsers, as a resident would.
//!
//! Every scenario runs in every browser, each time with a new server, driver and profile, as the test `browser::scenario`:
//! `make test-e2e CARBON_BROWSERS="webkit" ONLY=starts`. What a failed scenario last saw is left in `target/e2e/`.

mod browser;
mod kills;
mod media;
mod outside;
mod page;
mod problem;
mod process;
mod scenarios;
mod server;
mod stage;

/// Names the scenarios that run in every browser: `module::function` in `scenarios/`.
macro_rules! in_every_browser {
    ($($module:ident::$scenario:ident),* $(,)?) => {
        in_every_browser! { @ chromium Chromium $($module $scenario)* }
        in_every_browser! { @ firefox Firefox $($module $scenario)* }
        in_every_browser! { @ webkit WebKit $($module $scenario)* }
    };
    (@ $tests:ident $browser:ident $($module:ident $scenario:ident)*) => {
        mod $tests {
            use crate::{browser::Browser, kills, problem::Outcome, scenarios, stage};

            #[test]
            fn kills() -> Outcome {
                kills::survives(Browser::$browser)
            }

            $(
                #[test]
                fn $scenario() -> Outcome {
                    stage::play(Browser::$browser, stringify!($scenario), scenarios::$module::$scenario)
                }
            )*
        }
    };
}

in_every_browser! {
    harness::harness_works,
    harness::outside_is_heard,
    start::starts,
    start::first_load_is_what_is_measured,
    fit::fits_every_width,
    look::first_visit,
    look::suggests_a_habit,
    look::switches_language,
    look::searches_rules,
    look::refuses_bad_input,
    look::keyboard_only,
    record::trip,
    record::recorded_only,
    record::questioned,
    record::bill,
    record::bill_once,
    record::purchase,
    record::the_others,
    duplicate::same_appliance,
    duplicate::repaint,
    duplicate::car_used,
    duplicate::car_free_undone,
    duplicate::same_trip,
    duplicate::same_bill,
    listing::draws_what_is_seen,
    listing::comes_back_to_the_row,
    listing::is_walked_by_keyboard,
    listing::is_accessible_when_long,
    keep::survives_reload,
    keep::corrects,
    keep::storage_refused,
    storage::device_full,
    storage::device_full_at_once,
    storage::no_room_at_all,
    storage::write_undone,
    storage::older_form,
    storage::blocked_by_a_tab,
    storage::answered_late,
    storage::deleted_under_the_page,
    storage::closed_by_the_browser,
    storage::damaged_records,
    storage::damaged_database,
    storage::nothing_readable,
    storage::left_in_the_middle,
    storage::two_writers,
    account::caps,
    account::claimed_twice,
    merchant::merchant_bonus,
    parts::first_part_alone,
    parts::two_tabs,
    household::shares_a_bill,
    household::people_come_and_go,
    household::statement_of_the_second,
    household::caps_are_each_persons,
    household::two_tabs_one_person,
    household::fits_and_reads,
    access::accessible,
    access::accessible_to_elders,
    access::accessible_at_the_largest,
    access::magnified,
    access::reads_aloud,
    colours::forced_colours,
    access::switches_to_large,
    access::text_may_be_spaced,
    contrast::contrast,
    carry::export_and_import,
    carry::import_in_two_tabs,
    carry::carry_looks,
    print::entry_prints_on_one_page,
    rewards::rewards,
    rewards::rewards_district,
    rewards::rewards_fit,
    rewards::rewards_refused,
    rewards::rewards_two_tabs,
    elsewhere::explained_elsewhere,
    elsewhere::district_in_two_tabs,
    elsewhere::undoing_what_is_spent,
    versions::versions,
    versions::versions_overdue,
    statement::statement_adds_up,
    statement::statement_prints,
    insight::months_by_domain,
    insight::goal_is_kept,
    insight::what_if_recomputes,
    insight::year_on_year,
    insight::offer_opens_its_form,
    hosting::any_folder,
    hosting::two_folders,
    hosting::file_of_this_device,
    hosting::window_of_its_own,
    hosting::examples_look,
    verify::verifies,
    verify::verifies_the_store,
    verify::verifies_a_table,
    verify::verifies_what_is_unproven,
    verify::verifies_ten_thousand,
    check::shares_a_result,
    receipt::receipt_recorded,
    receipt::receipt_refused,
    receipt::receipt_in_full,
    receipt::receipt_for_another_district,
    receipt::receipt_by_imported_rules,
    offline::works_offline,
    offline::never_mixes_versions,
    markup::markup_in_a_file,
    markup::formulas_in_a_table,
    markup::markup_in_rules_and_links,
    markup::markup_from_a_host,
    meddling::addresses_change_nothing,
    meddling::strangers_change_nothing,
    policy::allows_only_its_own,
    policy::allowed_by_the_site,
    api::api_page,
    api::api_answers,
    kiosk::kiosk_session,
    kiosk::kiosk_operator,
    kiosk::kiosk_waits,
    kiosk::kiosk_sends_elsewhere,
    kiosk::kiosk_leaves_nothing,
    kiosk::kiosk_leads_nowhere,
    kiosk::kiosk_fits,
    kiosk::kiosk_fits_any_size,
    kiosk::kiosk_is_full,
    kiosk::kiosk_hand_over_adds_up,
    kiosk::kiosk_becomes_newer,
    kiosk::kiosk_is_accessible,
    kiosk::kiosk_waits_for_its_part,
    embed::one_tag,
    embed::agreed,
    embed::refused,
    embed::not_allowed,
    embed::harmless,
    embed::weixin,
    embed::codes,
    embed::focus_order,
    embed::alipay,
    embed::embed_accessible,
    host::signs,
    host::contract,
    host::withdrawn_elsewhere,
    host::answer_in_sight,
}
