//! What was done, in full: nothing that a resident agrees to is left out.

use carbon_points::domain::intake;
use carbon_points::domain::json::Json;
use carbon_points::i18n::Language;
use carbon_points::i18n::facts::facts;

use crate::receipt::chaoyang;

fn told(json: &str, language: Language) -> Vec<String> {
    let rules = chaoyang();
    let activity = intake::read_saved(&Json::parse(json).expect("JSON"), &rules).expect("an activity");
    let told = facts(&activity, &rules, language);
    told.into_iter().map(|(name, what)| format!("{name}: {}", what.replace('\u{a0}', " "))).collect()
}

#[test]
fn a_bill_has_its_period_and_both_usages() {
    let bill = r#"{"kind":"utility","date":"2026-10-31","utility":"electricity","start":"2026-10-01","end":"2026-10-31","usage":"180","baseline_usage":"200","baseline_days":31,"meter":"A1"}"#;
    assert_eq!(
        told(bill, Language::Zh),
        [
            "账单种类: 电",
            "账单起止: 2026年10月1日 – 10月31日（31 天）",
            "本期用量: 180 度",
            "去年同期用量: 200 度",
            "去年那张账单的天数: 31 天",
            "表号: A1",
        ]
    );
    let across = bill.replace("\"start\":\"2026-10-01\"", "\"start\":\"2025-12-01\"").replace("10-31", "01-04");
    let english = told(&across, Language::En);
    assert!(
        english.contains(&"Period of the bill: 1 December 2025 – 4 January 2026 (35 days)".to_owned()),
        "{english:?}"
    );
}

#[test]
fn a_purchase_has_its_merchant_its_product_and_its_figures() {
    let paint = r#"{"kind":"purchase","date":"2026-11-20","merchant":"solana","category":"interior_wall_coating","amount":"10","unit":"L","voc":"5","voc_unit":"g/L","basis":"less_water","mode":"below_limit"}"#;
    let zh = told(paint, Language::Zh);
    for part in ["商家: 蓝色港湾（示例）", "买的数量: 10 升", "VOC 的量法: 扣水"] {
        assert!(zh.contains(&part.to_owned()), "{part} in {zh:?}");
    }
    assert!(zh.iter().any(|row| row.ends_with(": 5 克/升")), "{zh:?}");
}

/// Two legs are two rows, each with what is special about it.
#[test]
fn a_trip_has_every_leg() {
    let trip = r#"{"kind":"trip","date":"2026-11-20","legs":[{"mode":"rail","km":"10"},{"mode":"bus","km":"3","instead_of_car":"china_5"}]}"#;
    assert_eq!(told(trip, Language::En)[..2], ["Leg 1: Metro 10 km", "Leg 2: Bus 3 km"]);
    assert_eq!(told(trip, Language::Zh).len(), 3);
}
