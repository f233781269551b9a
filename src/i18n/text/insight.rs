//! Pictures, goal, what next and what if. A `^` stands for a number or a name that is filled in.

use super::Text;
use crate::i18n::Language;

texts! {
    insight_title: "看看成果" / "How it adds up";
    see_chart: "看看每个月的图" / "See it month by month";

    chart_title: "每个月" / "Month by month";
    chart_switch: "看哪一本账" / "Which ledger";
    chart_unit: "单位：^" / "In ^";
    chart_name: "^，^至^每月一柱。最多的是^：^。" / "^, one bar a month from ^ to ^. Most in ^: ^.";
    chart_name_empty: "^，^至^：还没有记录。" / "^, ^ to ^: nothing recorded.";
    chart_none: "这十二个月还没有这一本账的记录。" / "Nothing in this ledger in these twelve months.";
    chart_months: "选一个月（左右方向键）" / "Choose a month (left and right arrow keys)";
    chart_month_name: "^：合计 ^" / "^: ^ in all";
    chart_month_none: "没有记录" / "nothing recorded";
    month_before: "上一个月" / "The month before";
    month_after: "下一个月" / "The month after";
    chart_earlier: "再往前十二个月" / "Twelve months earlier";
    chart_later: "往后十二个月" / "Twelve months later";
    chart_table: "看数字" / "See the numbers";
    chart_table_caption: "^，单位：^" / "^, in ^";
    month: "月份" / "Month";
    sum: "合计" / "Total";
    chart_points_note: "图里是入账的积分，上限扣下的不算在内。" / "Points as credited: what a limit withheld is not in the bars.";

    year_title: "和去年同月比" / "Against the same month last year";
    year_first: "去年这个时候还没有开始记账，明年这时候就能比了。" / "You did not keep a ledger yet this time last year. Next year there will be something to compare.";
    year_now: "本月至今" / "This month so far";
    year_then: "去年同期（到 ^）" / "Same days last year (to ^)";
    year_whole: "去年整月" / "That whole month";
    year_picture: "^：^ ^，^ ^，^ ^。" / "^: ^ ^, ^ ^, ^ ^.";
    pair_ledger: "账" / "Ledger";
    year_nothing: "今年和去年这时都没有。" / "Nothing then and nothing now.";
    year_nothing_then: "去年同期没有，没法比。" / "Nothing then, so nothing to compare.";
    year_more: "比去年同期多 ^" / "^ more than then";
    year_less: "比去年同期少 ^" / "^ less than then";
    year_same: "和去年同期一样" / "The same as then";

    goal_title: "本月目标" / "This month’s goal";
    goal_lead: "给自己定一个数，只给自己看，每个月重新算。" / "A number for yourself and nobody else. It starts again each month.";
    goal_carbon: "少排放二氧化碳" / "CO₂ avoided";
    goal_points: "挣积分" / "Points earned";
    goal_usual: "平时的水平" / "as usual";
    goal_more: "比平时多一成" / "a tenth more";
    goal_best: "近一年最好的月份" / "your best month";
    goal_rides: "坐 ^ 次 ^ 公里地铁" / "^ metro rides of ^ km";
    goal_done: "本月 ^，目标 ^，还差 ^。" / "^ this month, of ^: ^ to go.";
    goal_reached: "本月 ^，目标 ^，做到了。" / "^ this month, of ^: done.";
    goal_acts: "大约是坐 ^ 次地铁（每次 ^ 公里，^）。" / "About ^ metro rides (^ km each, ^).";
    goal_beyond_cap: "自报的积分一个月最多入账 ^ 分，这个目标要有核验过的记录才够得着。" / "Self-declared entries are credited at most ^ points a month, so this goal needs verified ones.";
    goal_drop: "不要目标了" / "Drop the goal";
    goal_less_step: "目标减 ^" / "Lower the goal by ^";
    goal_more_step: "目标加 ^" / "Raise the goal by ^";
    goal_progress: "目标进度" / "Progress";
    own_length: "你常坐的长度" / "your usual length";
    example_length: "举例" / "as an example";

    what_next_title: "接下来做什么" / "What would add most";
    what_next_lead: "按你的记录现算的，已扣掉今天和本月的上限。" / "Worked out for you now, with today’s and this month’s limits taken off.";
    what_next_none: "眼下没有能再加的：常做的今天都记了。" / "Nothing to add right now: what you usually do is recorded.";
    order_title: "先后" / "Order";
    order_carbon: "先看减碳" / "By CO₂";
    order_points: "先看积分" / "By points";
    because_habit: "最近记过 ^ 次，今天还没有。" / "Recorded ^× lately, not yet today.";
    because_instead: "这段路你平时是：^。下面是比平时多出来的。" / "You usually go this far like this: ^. The figures are what is added to that.";
    because_bill: "上个月的账单还没抄。按你上一张的用量算。" / "Last month’s bill is missing. Reckoned with the use of your last one.";
    because_first_bill: "还没抄过账单。每少用 1 度：" / "No bill yet. For each kWh less than a year before:";
    because_not_yet: "最近没记过。" / "Not recorded lately.";
    because_label: "要换家电时选省电的：能效标识上一年每少 1 度，就这么多。" / "When an appliance is due, an efficient one: for each kWh a year less on the label.";
    because_night: "要加油的话，等到夜里：夏天夜里加油，臭氧少生成一些。" / "If you refuel anyway, wait for the night: on summer nights less ozone forms.";
    because_season: "臭氧季里积分更高。要买的话选低 VOC 的：每公斤最多这么多。" / "Points are higher in the ozone season. If you buy one anyway, choose low VOC: at most this much a kilogram.";
    because_car_free_own: "车停满一天，按公布的标准得分。" / "A day with your car parked, by the published scale.";
    because_car_free: "家里有车的话：停满一天，按最低一档算。" / "If there is a car at home: a day parked, at the lowest rate.";
    offer_begun: "这一类你有一份没记完：点开是那一份，原样都在。" / "You have begun an entry of this kind: it opens as you left it.";
    instead_by: "改成：^" / "Instead: ^";
    withheld_by: "「^」会扣下 ^ 分。" / "“^” would withhold ^ points.";

    what_if_title: "假如这样做" / "What if";
    what_if_lead: "拖一拖，看一个月（30 天）和一年（12 个月）会怎样。只算这里的几样，不算已经记的。" / "Move them and see a month of 30 days and a year of 12 of those. Only what is here counts, not what you have recorded.";
    what_if_then: "假如这样，一个月" / "If so, a month";
    what_if_lately: "最近 30 天记下的" / "Recorded in the last 30 days";
    what_if_picture: "^：^ ^，^ ^。" / "^: ^ ^, ^ ^.";
    lever_rides: "每周坐地铁" / "Metro rides a week";
    lever_ride_km: "每次" / "Each";
    lever_car_km: "每周少开车，改坐地铁" / "By metro instead of the car, a week";
    lever_power: "比去年同期少用电（按上一张电费单）" / "Electricity saved against a year before (by your last bill)";
    lever_meals: "每周光盘" / "Clean plates a week";
    lever_no_bill: "抄一张电费单，就能试算省电。" / "Copy an electricity bill to try out saving power.";
    rides_unit: "次" / "rides";
    meals_unit: "餐" / "meals";
    km_unit: "公里" / "km";
    per_month: "一个月" / "A month";
    per_year: "一年" / "A year";
    no_withheld: "没有碰到上限。" / "No limit is reached.";
    withheld_monthly: "每月「^」扣下 ^ 分。" / "“^” withholds ^ points a month.";
    what_if_car: "少开的车按 ^ 算尾气，只进「气」账，不另给积分。" / "The car’s exhaust is reckoned as ^; it counts in the air ledger only and earns no points.";

    level_title: "等级" / "Level";
    level_note: "等级名称是示例。按累计少排放的二氧化碳算，不会花掉，也不会过期。" / "Level names are examples. They go by lifetime CO₂ avoided, which is never spent and never expires.";
    level_now: "累计 ^，现在是「^」。" / "^ in all: level “^”.";
    level_next: "离「^」（^）还差 ^，相当于：" / "Level “^” (from ^) is ^ away. That is:";
    level_progress: "到下一级的进度" / "Progress to the next level";
    level_top: "已经是最高一级，后面没有要追的了。" / "That is the highest level; there is nothing left to chase.";
    level_times: "^ 次" / "^ ×";
    level_each: "^ ^ 公里，^" / "^, ^ km, ^";
    level_plate: "光盘一餐" / "A clean plate";
}
