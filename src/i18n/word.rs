//! The words of the contract as people say them.

use super::Language;
use crate::domain::activity::purchase::Basis;
use crate::domain::activity::trip::CarStandard;
use crate::domain::activity::{Evidence, Kind, Mode, Utility};
use crate::domain::rulebook::Grade;

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
        Mode::FcevCar => ("氢能汽车", "Hydrogen car"),
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

/// What a VOC figure refers to.
pub fn basis(basis: Basis, language: Language) -> &'static str {
    let (zh, en) = match basis {
        Basis::AsSupplied => ("原样（出厂状态）", "As supplied"),
        Basis::LessWater => ("扣水", "Less water"),
        Basis::ReadyToUse => ("调好可用", "Ready to use"),
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
