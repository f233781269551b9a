//! The sentence of each reason, with gaps for what was given and what drew the line.

use crate::domain::date::Date;
use crate::domain::reason::{Accepted, Reason, ReasonCode};
use crate::i18n::Language;

/// The sentence of a code; see [`Gaps::fill`](super::template::Gaps::fill) for its marks. Codes that mean different things at different fields
/// have a sentence for each.
#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn template(reason: &Reason, language: Language) -> &'static str {
    let path: &str = &reason.path;
    let leg = path.starts_with("legs[");
    let (zh, en) = match reason.code {
        ReasonCode::NoPublishedFactor if leg => (
            "北京还没有公布[#|这种出行方式]的排放因子，这一段先记下，不计减排。",
            "Beijing has not published an emission factor for [#|this way of travel], so this leg is kept but not credited.",
        ),
        ReasonCode::NoPublishedFactor => (
            "这版规则里没有[#|这一项]的数值，先记下，不计减排。",
            "These rules have no value for [#|this], so it is kept but not credited.",
        ),
        ReasonCode::NotAReplacement => (
            "用燃油车指标换的电动车才有公布的算法，这一段先记下，不计减排。",
            "Only an electric car that took over a petrol car's quota has a published method, so this leg is kept but not credited.",
        ),
        ReasonCode::Under24Hours => (
            "[停了 @ 小时，|]还不满一天，这次先记下。[满 ^就算一天。]",
            "[@ hours are|This is] not a whole day yet, so it is only kept.[ A day takes ^.]",
        ),
        ReasonCode::NoSaving if leg => (
            "这种方式每公里的排放不比出行平均[（^）]低，这一段先记下，不计减排。",
            "This way emits no less per kilometre than the average of all ways[ (^)], so this leg is kept but not credited.",
        ),
        ReasonCode::NoSaving if path == "usage" => (
            "按同样的天数比，没有比去年同期少用，这一期先记下。用得多也不会扣分。",
            "Day for day, no less than in the same period last year, so this bill is only kept. Using more never costs points.",
        ),
        ReasonCode::NoSaving => (
            "新的不比旧的省，先记下，不计减排。",
            "The new one uses no less than the old one, so it is kept but not credited.",
        ),
        ReasonCode::SavingCapped => (
            "比去年同期少用了[ ^ 以上，按 ^ |很多，按规则的上限]计入。",
            "More than [^ of last year's use|the rules count] was saved; [^ counts|it counts up to their limit].",
        ),
        ReasonCode::ThirdTierHousehold => (
            "[@ |]超过了第二档的上限[ ^]，这一期先记下，不计减排。",
            "[@|This year's use] is above the limit of the second price tier[, ^], so this bill is kept but not credited.",
        ),
        ReasonCode::OwnPv => (
            "电费单上看不出真正的用电量，这一期先记下。请到「光伏」里记自家用掉的发电量。",
            "With solar panels the bill does not show the real use, so it is only kept. Please record the solar power you used yourself under “Solar”.",
        ),
        ReasonCode::WouldRaiseEmissions => (
            "按北京现在的电网[（^）]，燃气灶换成电磁炉会多排二氧化碳，所以先记下，不计减排。厨房里少了明火和废气，仍是好事。",
            "With today's Beijing grid[ (^)] an induction hob causes more CO₂ than a gas hob, so this is kept but not credited. Cleaner kitchen air is still a gain.",
        ),
        ReasonCode::NotBelowBaseline => (
            "VOC[ @ ]算下来不比对照的[ ^|产品]少，先记下，不计减排。",
            "[A VOC content of @|This VOC content] comes to no less than what it is compared with[ (^)], so it is kept but not credited.",
        ),
        ReasonCode::OutsideWindow => (
            "[#|这个时间]不在奖励的时间里[（^）]，先记下，没有奖励。",
            "[#|This] is outside the rewarded months and hours[ (^)], so it is only kept.",
        ),
        ReasonCode::AlertDay => (
            "预警期间用溶剂型产品不计分，少排的克数照样记下。",
            "A solvent product used during an alert earns no points; the grams still count.",
        ),
        ReasonCode::MethodNotInForce => (
            "那一天这个方法还没有实施，先记下，不计减排。",
            "The method was not yet in force on that day, so this is kept but not credited.",
        ),
        ReasonCode::RoundsToZero => {
            ("数量太小，四舍五入后是零，先记下。", "So little that it rounds to zero, so it is only kept.")
        }
        ReasonCode::BasisMismatch if path == "basis" => (
            "[#|这样量]的数和对照的数不是一种量法，不能直接比。",
            "A figure measured [#|like this] cannot be compared with one measured otherwise.",
        ),
        ReasonCode::BasisMismatch if path == "voc_unit" => (
            "「扣水」的数按体积量，不用[#|这个单位]。",
            "“Less water” goes by volume, so it cannot be in [#|this unit].",
        ),
        ReasonCode::BasisMismatch => {
            ("对照的产品不按[#|这个单位]量，没法比。", "What it is compared with is not measured in [#|this unit].")
        }
        ReasonCode::DensityNeeded => (
            "升和千克之间换算要用密度，请填上。",
            "Converting between litres and kilograms takes the density; please add it.",
        ),
        ReasonCode::Missing | ReasonCode::DisplacedNotComparable
            if path == "displaced" && nothing_to_choose(reason) =>
        {
            (
                "这类产品没有可以代替的，请改成和限值比。",
                "This kind of product can replace none of those listed; please compare it with the limit instead.",
            )
        }
        ReasonCode::DisplacedNotComparable => {
            ("买的这种产品不能代替[#|那一种]。", "The product bought cannot stand in for [#|that one].")
        }
        ReasonCode::NoBaseline => (
            "这类产品没有查到限值，没法和限值比。",
            "No limit was found for this kind of product, so there is none to compare it with.",
        ),
        ReasonCode::TooLong if path == "legs" => (
            "一次出行[有 @ 段，]太长了，请分成几次记。",
            "[@|So many] legs are too many for one trip; please record them as several.",
        ),
        ReasonCode::TooLong => ("[#|这一行]太长了，请写短一些。", "[#|This line] is too long; please shorten it."),
        ReasonCode::NotJson => (
            "[^起|这一行]不是 JSON，请看看引号、逗号和括号。",
            "[From ^ on this|This] is not JSON; please check quotation marks, commas and brackets.",
        ),
        ReasonCode::Truncated => {
            ("JSON 到[^|中间]就断了，请补全后再试。", "The JSON stops [at ^|in the middle]; please complete it.")
        }
        ReasonCode::WrongType => ("[#|这里写的]类型不对。", "[#|This] is of the wrong type."),
        ReasonCode::UnknownField => ("这里没有[#]这一项。", "There is no field [#|of that name] here."),
        ReasonCode::DuplicateField => {
            ("[#|这一项]写了两次，请只留一个。", "[#|This field] is given twice; please keep one.")
        }
        ReasonCode::Missing if path == "legs" => ("还没有行程，请至少加一段。", "No leg yet; please add at least one."),
        ReasonCode::Missing if path == "people" => {
            ("还没选是谁的，请至少选一个人。", "Nobody is chosen yet; please choose at least one person.")
        }
        // The form shows the choices, JSON has their words in `accepted`.
        ReasonCode::Missing if matches!(reason.accepted, Some(Accepted::OneOf(_))) => {
            ("还没选，请选一项。", "Nothing chosen yet; please choose one.")
        }
        ReasonCode::Missing => ("还没填。", "Still empty."),
        ReasonCode::UnknownValue => ("没有[#|这个]选项。", "[#|That] is not one of the choices."),
        ReasonCode::NotANumber => ("[#|这里填的]不是数字。", "[#|This] is not a number."),
        ReasonCode::TooManyDecimals => ("[#|这个数]的小数位多了。", "[#|This number] has too many decimals."),
        ReasonCode::OutOfRange if path.is_empty() => {
            ("填的数太大，算不下了，请再看一眼。", "These numbers are too large to work with; please look again.")
        }
        ReasonCode::OutOfRange => ("[#|这个数]不在合理的范围里。", "[#|This number] is outside the plausible range."),
        ReasonCode::BadDate => (
            "[#|这里填的]不是日历上的日子，请照 2026-11-21 这样写。",
            "[#|This] is no day of the calendar; write it like 2026-11-21.",
        ),
        ReasonCode::BadTime => ("[#|这里填的]不是钟点。", "[#|This] is not a time of day."),
        ReasonCode::InFuture => ("[#|这一天]还没到。", "[#|That day] has not come yet."),
        ReasonCode::BeforeScheme => {
            ("[#|那一天]在开始记账的日子之前。", "[#|That day] is before the first day that can be recorded.")
        }
        ReasonCode::EndBeforeStart => {
            ("[#|最后一天]比第一天还早，看看是不是填反了？", "[#|The last day] is before the first; are they swapped?")
        }
        ReasonCode::PeriodTooLong => (
            "[从头到尾有 @ 天，]一张账单没有这么长，请看看起止日期。",
            "[That makes @ days|That is a long time], more than a bill can have; please check both dates.",
        ),
        ReasonCode::Contradiction if path == "water_percent" => (
            "照这个含水和密度，一升里的水比一升还多。",
            "With this share of water and this density, a litre would hold more than a litre of water.",
        ),
        ReasonCode::Contradiction => {
            ("[#|这一项]和别的一项对不上，请再看一眼。", "[#|This] does not fit another field; please look again.")
        }
        ReasonCode::OverlappingBill => (
            "这里有些天已经在另一张账单里了[（它到#为止）]，同一只表的同一天只计一次。那一张记错了，就去改那一张。",
            "Another bill[, which ends on #,] already has some of these days, and a day of a meter counts once. If that bill is wrong, correct it.",
        ),
        ReasonCode::RepeatedId => (
            "前面已经有一笔用了编号[#]，每一笔的编号要不一样。",
            "An earlier line has the id[ #] already; every line needs one of its own.",
        ),
        ReasonCode::Capped if path == "merchant" => (
            "商家加分到了上限[（^）]，[其中 @ 分|有一部分]没有给。",
            "The merchant’s bonus reached its limit[ (^)]: [@ points of it were|part of it was] not given.",
        ),
        ReasonCode::Capped => (
            "到了上限[（^）]，扣下[ @ 分|一部分积分]。克数照记，不受上限影响。",
            "A cap was reached[ (^)]: [@ points were|part of the points was] withheld. Grams are never capped.",
        ),
        ReasonCode::SameAppliance => (
            "同一台电器[#]已经记过，一台只计一次：这一笔留着，不计入。若是另一台，请填上它的机身编号。",
            "The same appliance was recorded[ on #], and one counts once: this entry is kept and adds nothing. If it is another one, give its serial number.",
        ),
        ReasonCode::RepaintTooSoon => (
            "这套房子已经记过一次粉刷[（#起）]，[^之内|规定的年数里]只计先刷的那一次，另一次留着，不计入。若是另一套房子，请写明是哪一套。",
            "A repaint of this home[, from # on,] is recorded already. [Within ^|Within the years of the rules] only the first counts; the other is kept and adds nothing. If it is another home, say which.",
        ),
        // Of one purchase; with a day, of all for the same repaint.
        ReasonCode::PaintBeyondArea if given_day(reason) => (
            "加上[#|先前]为同一次粉刷买的，涂料超出了这个面积用得上的量：这一笔留着，不计入。",
            "Together with the paint bought for the same repaint[ on #| before], it is more than a home of that size takes: this entry is kept and adds nothing.",
        ),
        ReasonCode::PaintBeyondArea => (
            "墙面用不了这么多涂料[（^）]，超出的不计。",
            "The walls do not take so much paint[ (^)]; what is beyond that does not count.",
        ),
        ReasonCode::CarUsed => (
            "[#]记了自驾车的出行或加油，那天车没有停着：停驶的这一笔留着，不计入。",
            "A trip by one’s own car, or refuelling, is recorded[ for #], so the car did not stand still: the car-free entry is kept and adds nothing.",
        ),
        ReasonCode::OverlappingCarFree => (
            "这里有些天已经在另一笔停驶里了[（从#起）]，同一天只计一次：这一笔留着，不计入。",
            "Another car-free entry[, from # on,] already has some of these days, and a day counts once: this entry is kept and adds nothing.",
        ),
        ReasonCode::CarFreeUndone => (
            "[#|这一天]已经记过停驶：存下这一笔，就是说车动过，那笔停驶不再计入[，它的 ^ 分也没有了]。",
            "A car-free entry is recorded[ for #]. Saving this says that the car moved: that entry then counts for nothing[, and its ^ points go].",
        ),
        ReasonCode::RepeatedTrip => (
            "一小时之内已经记过一模一样的一趟，是不是记重了？真的又走了一趟就不用管。",
            "The very same trip was recorded within the hour. Is it a repeat? If you really went again, leave it.",
        ),
        ReasonCode::AreaAssumed if path == "coats" => (
            "没填刷几遍，按[刷 ^ 遍|规则里的遍数]看用量是否合适。",
            "The number of coats was left out, so the amount is held against [^ of them|the rules’ number].",
        ),
        ReasonCode::AreaAssumed => (
            "没填建筑面积，按[一套 ^的房子|规则里的面积]看用量是否合适。房子更大，就填上面积。",
            "The floor area was left out, so the amount is held against a home of [^|the rules’ size]. If yours is larger, give its area.",
        ),
        ReasonCode::AreaNotChecked => (
            "没填密度，千克换不成升，没法看用量是否合适，先按填的计。",
            "Without the density kilograms do not become litres, so the amount could not be checked; it is taken as given.",
        ),
        ReasonCode::TierNotChecked => (
            "没填，没法看是否到了第三档，先按没到计。",
            "Left out, so the price tier could not be checked; it is taken to be below the third.",
        ),
        ReasonCode::DistanceToConfirm => (
            "一天[ @ 公里|走这么远]不多见[（一般不超过 ^）]，公里数对吗？对的话不用改。",
            "[@ km|So far] in one day is unusual[ (as a rule, at most ^)]. Are the kilometres right? If so, leave them.",
        ),
        ReasonCode::DefaultWaterShare => (
            "没有密度和含水，水占的体积按保守的默认值[ ^ ]算；两个都填上会更准。",
            "Density and water were not given, so the cautious default[ of ^] was used as the share of water; both make it more exact.",
        ),
        ReasonCode::SameAmountAssumed => {
            ("没填，按和买的一样多算。", "Left out, so the same amount as was bought is assumed.")
        }
        ReasonCode::AwardWithoutFactor => (
            "没有查到做一次能少排多少的数值，所以按本规则给固定的积分，不计克数。",
            "No figure was found for what one such act avoids, so these rules give it fixed points and no grams.",
        ),
        ReasonCode::EngineSizeClass => (
            "[按 ^分档，|]正好在分档线上的算小的一档。",
            "[Split at ^; a|A] size right on a dividing line belongs to the smaller class.",
        ),
        ReasonCode::OncePerAppliance => (
            "计的是第一年省下的，一台电器只记一次。",
            "This is the first year's saving, counted once for this appliance.",
        ),
    };
    language.pick(zh, en)
}

fn given_day(reason: &Reason) -> bool {
    reason.given.as_deref().and_then(Date::parse).is_some()
}

fn nothing_to_choose(reason: &Reason) -> bool {
    matches!(&reason.accepted, Some(Accepted::OneOf(words)) if words.is_empty())
}
