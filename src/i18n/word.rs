//! The words of the contract as people say them.

use super::Language;
use crate::domain::activity::appliance::ApplianceKind;
use crate::domain::activity::purchase::{AmountUnit, Basis, Comparison, VocUnit};
use crate::domain::activity::trip::{CarStandard, Power};
use crate::domain::activity::{Evidence, Kind, Mode, Utility};
use crate::domain::assessment::Verdict;
use crate::domain::ledger::Posted;
use crate::domain::rulebook::{Grade, Label, Rulebook};

/// The name of a word that stands in a field: of the contract or, with a rulebook, of its lists.
///
/// `path` is the field's JSON path, as in `legs[0].mode`. `None` if the field has no such word, or none that a sentence
/// names.
pub fn word_name<'r>(path: &str, word: &str, rulebook: Option<&'r Rulebook>, language: Language) -> Option<&'r str> {
    let label = |label: &'r Label| language.pick(&label.zh, &label.en);
    match path.rsplit('.').next()? {
        "mode" if path != "mode" => Mode::from_word(word).map(|found| mode(found, language)),
        "mode" => Comparison::from_word(word).map(|found| comparison(found, language)),
        "unit" => AmountUnit::from_word(word).map(|found| amount_unit(found, language)),
        "voc_unit" => VocUnit::from_word(word).map(|found| voc_unit(found, language)),
        "basis" => Basis::from_word(word).map(|found| basis(found, language)),
        "category" => rulebook?.product(word).map(|found| label(&found.label)),
        "displaced" => rulebook?.displaced(word).map(|found| label(&found.label)),
        "action" => rulebook?.action(word).map(|found| label(&found.label)),
        _ => None,
    }
}

/// A way to travel.
pub fn mode(mode: Mode, language: Language) -> &'static str {
    let (zh, en) = match mode {
        Mode::Walk => ("步行", "Walk"),
        Mode::Bike => ("自行车", "Bicycle"),
        Mode::Ebike => ("电动自行车", "E-bike"),
        Mode::Bus => ("公交", "Bus"),
        Mode::Rail => ("地铁", "Metro"),
        Mode::Carpool => ("拼车", "Carpool"),
        Mode::Taxi => ("出租车、网约车", "Taxi"),
        Mode::BevCar => ("纯电动车", "Electric car"),
        Mode::FcevCar => ("氢燃料电池车", "Hydrogen car"),
        Mode::Hsr => ("高铁", "High-speed rail"),
    };
    language.pick(zh, en)
}

/// The emission standard of a petrol car.
pub fn car_standard(standard: CarStandard, language: Language) -> &'static str {
    let (zh, en) = match standard {
        CarStandard::China1 => ("国一", "China I"),
        CarStandard::China2 => ("国二", "China II"),
        CarStandard::China3 => ("国三", "China III"),
        CarStandard::China4 => ("国四", "China IV"),
        CarStandard::China5 => ("国五", "China V"),
        CarStandard::China6 => ("国六", "China VI"),
    };
    language.pick(zh, en)
}

/// What drives a car.
pub fn power(power: Power, language: Language) -> &'static str {
    let (zh, en) = match power {
        Power::Petrol => ("燃油车", "Petrol"),
        Power::Bev => ("纯电动车", "Electric"),
    };
    language.pick(zh, en)
}

/// What a bill is for.
pub fn utility(utility: Utility, language: Language) -> &'static str {
    let (zh, en) = match utility {
        Utility::Electricity => ("电", "Electricity"),
        Utility::Gas => ("燃气", "Gas"),
        Utility::Heat => ("暖气", "Heat"),
        Utility::Water => ("水", "Water"),
    };
    language.pick(zh, en)
}

/// What was replaced.
pub fn appliance(appliance: ApplianceKind, language: Language) -> &'static str {
    let (zh, en) = match appliance {
        ApplianceKind::AirConditioner => ("空调", "Air conditioner"),
        ApplianceKind::Other => ("冰箱、洗衣机等", "Fridge, washer, other"),
        ApplianceKind::GasBoiler => ("燃气壁挂炉", "Gas boiler"),
        ApplianceKind::InductionHob => ("燃气灶换成电磁炉", "Gas hob to induction"),
    };
    language.pick(zh, en)
}

/// A kind of activity.
pub fn kind(kind: Kind, language: Language) -> &'static str {
    let (zh, en) = match kind {
        Kind::Trip => ("出行", "Trip"),
        Kind::CarFree => ("少开一天车", "Car-free day"),
        Kind::Utility => ("账单", "Bill"),
        Kind::Solar => ("光伏", "Solar power"),
        Kind::Appliance => ("节能电器", "Appliance"),
        Kind::Purchase => ("绿色购买", "Purchase"),
        Kind::Refuel => ("夜间加油", "Night refuelling"),
        Kind::Action => ("日常行动", "Everyday action"),
    };
    language.pick(zh, en)
}

/// How well the facts are proven.
pub fn evidence(evidence: Evidence, language: Language) -> &'static str {
    let (zh, en) = match evidence {
        Evidence::SelfDeclared => ("自报", "Self-declared"),
        Evidence::Verified => ("已核实", "Verified"),
    };
    language.pick(zh, en)
}

/// How well the facts of an entry are proven: a verified one without its receipt says so.
pub fn evidence_of(posted: &Posted, language: Language) -> &'static str {
    match (posted.activity.evidence, &posted.receipt) {
        (Evidence::Verified, None) => unproven(language),
        (known, _) => evidence(known, language),
    }
}

/// What is verified and carries no receipt.
pub fn unproven(language: Language) -> &'static str {
    language.pick("已核实（没有凭据）", "Verified, no receipt")
}

/// Whether an activity earned something.
pub fn verdict(verdict: Verdict, language: Language) -> &'static str {
    let (zh, en) = match verdict {
        Verdict::Credited => ("已计减排", "Credited"),
        Verdict::Recorded => ("只记录", "Recorded only"),
    };
    language.pick(zh, en)
}

/// Unit of an amount bought.
pub fn amount_unit(unit: AmountUnit, language: Language) -> &'static str {
    let (zh, en) = match unit {
        AmountUnit::Litre => ("升", "L"),
        AmountUnit::Millilitre => ("毫升", "mL"),
        AmountUnit::Kilogram => ("千克", "kg"),
        AmountUnit::Gram => ("克", "g"),
    };
    language.pick(zh, en)
}

/// Unit of a VOC content.
pub fn voc_unit(unit: VocUnit, language: Language) -> &'static str {
    let (zh, en) = match unit {
        VocUnit::GramPerLitre => ("克/升", "g/L"),
        VocUnit::GramPerKilogram => ("克/千克", "g/kg"),
        VocUnit::Percent => ("%", "%"),
    };
    language.pick(zh, en)
}

/// What a VOC figure refers to.
pub fn basis(basis: Basis, language: Language) -> &'static str {
    let (zh, en) = match basis {
        Basis::AsSupplied => ("原样（出厂状态）", "As supplied"),
        Basis::LessWater => ("扣水", "Less water"),
        Basis::ReadyToUse => ("调好可用", "Ready to use"),
    };
    language.pick(zh, en)
}

/// What a VOC figure refers to, in a sentence.
pub fn basis_explained(basis: Basis, language: Language) -> &'static str {
    let (zh, en) = match basis {
        Basis::AsSupplied => ("买来什么样，就按什么样量。", "The product as it stands in the shop."),
        Basis::LessWater => ("把水扣掉以后，每升里的 VOC。", "VOC in a litre of the product without its water."),
        Basis::ReadyToUse => ("按说明加好水或稀释剂以后量。", "After mixing and thinning as the label says."),
    };
    language.pick(zh, en)
}

/// What a purchase is compared with.
pub fn comparison(comparison: Comparison, language: Language) -> &'static str {
    let (zh, en) = match comparison {
        Comparison::BelowLimit => ("和北京的限值比", "Beijing's limit"),
        Comparison::TechnologySwitch => ("和代替下来的产品比", "The product it replaced"),
    };
    language.pick(zh, en)
}

/// How well a number is established, in a word.
pub fn grade(grade: Grade, language: Language) -> &'static str {
    let (zh, en) = match grade {
        Grade::Official => ("官方", "Official"),
        Grade::Press => ("媒体引述", "Press"),
        Grade::Secondary => ("二手", "Secondary"),
        Grade::Transcribed => ("转录", "Transcribed"),
        Grade::Derived => ("推算", "Derived"),
        Grade::Policy => ("本规则自定", "Our choice"),
    };
    language.pick(zh, en)
}

/// How well a number is established, in a sentence.
pub fn grade_explained(grade: Grade, language: Language) -> &'static str {
    let (zh, en) = match grade {
        Grade::Official => ("在发布机构的原文里读到的。", "Read in the issuer's own text."),
        Grade::Press => ("媒体直接引述发布机构。", "Press quoting the issuer directly."),
        Grade::Secondary => {
            ("在二手资料里读到的，没看到原文。", "Read in a secondary text; the original was not seen.")
        }
        Grade::Transcribed => (
            "只在第三方的转录里见过，没看到原文，以后可能更正。",
            "Seen only in a third party's transcription; it may be corrected.",
        ),
        Grade::Derived => ("由别的数算出来的，算法写在说明里。", "Worked out from other numbers; the note says how."),
        Grade::Policy => {
            ("规则制定者自己定的，理由写在说明里。", "Chosen by the makers of these rules; the note says why.")
        }
    };
    language.pick(zh, en)
}
