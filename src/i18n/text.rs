//! The fixed texts of the page, both languages side by side: a text missing in one does not compile.

use super::Language;

/// The fixed texts of one language. Each is a function, so that a build cut in two carries every text where it is used.
#[derive(Clone, Copy, Debug)]
pub struct Text(Language);

impl Text {
    /// The texts of a language.
    pub fn of(language: Language) -> Self {
        Self(language)
    }
}

macro_rules! texts {
    ($($(#[$group:meta])* $name:ident: $zh:literal / $en:literal;)*) => {
        impl Text {
            $(#[doc = concat!("`", stringify!($name), "`: ", $en)]
            #[inline]
            pub fn $name(self) -> &'static str {
                static BOTH: [&str; 2] = [$zh, $en];
                let [zh, en] = &BOTH;
                match self.0 {
                    Language::Zh => zh,
                    Language::En => en,
                }
            })*
        }
    };
}

// Here, so that the macro above is known in them.
mod account;
mod carry;
mod duplicate;
mod everywhere;
mod host;
mod household;
mod insight;
mod kiosk;
mod proof;
mod rewards;
mod statement;
mod storage;
mod versions;

texts! {
    app_name: "碳惠账本" / "Carbon Points";
    skip: "跳到正文" / "Skip to content";
    navigation: "主要页面" / "Main pages";
    home: "首页" / "Home";
    record: "记一笔" / "Record";
    ledger: "账本" / "Ledger";
    rules: "规则" / "Rules";
    switch_language: "EN" / "中文";
    back: "返回" / "Back";
    close: "收起" / "Close";
    example_rules: "示例规则\u{200b}（非官方）" / "Example rules (not official)";
    privacy: "数据不离开这台设备，不会上传。" / "Your records never leave this device.";
    memory_only: "浏览器不让本页保存数据：现在可以照常记录和计算，但关闭页面后不会保留。" / "The browser does not let this page keep data. Recording and calculating work, but nothing is kept once the page is closed.";
    open_apart: "在自己的窗口里打开碳惠账本，记下的内容就能保留" / "Open Carbon Points in a window of its own, where it can keep what you record";
    unchanged: "和原来的一样，没有要改的。" / "Nothing was changed, so there is nothing to correct.";
    could_not_reverse: "这一笔已经撤销过了。" / "This entry was already reversed.";

    carbon: "碳" / "Carbon";
    air: "气" / "Air";
    points: "分" / "Points";
    avoided: "少排放" / "Avoids";
    carbon_long: "少排放二氧化碳" / "CO₂ avoided";
    air_long: "少排放空气污染物" / "Air pollutants avoided";
    points_long: "积分" / "Points";
    points_meant: "积分" / "Given by the rules";
    points_unit: "分" / "pts";
    pe_unit: "污染当量" / "PE";
    pe_explained: "1 污染当量＝^ 千克 VOC 或 ^ 千克 NOx" / "1 PE (pollutant equivalent) = ^ kg of VOC or ^ kg of NOx";
    three_ledgers: "克、污染物和积分是三本账，从不相加。" / "Grams, pollutants and points are three ledgers, never added together.";
    this_month: "本月" / "This month";
    all_time: "累计" / "All time";
    see_origin: "看看是怎么来的" / "See where this comes from";
    season_ozone: "臭氧季（^–^ 月）：低 VOC 购买的积分 ×^" / "Ozone season (months ^–^): points for low-VOC purchases ×^";
    quick_title: "记一笔" / "Record something";
    quick_again: "再来一次" / "Once more";
    next_title: "下一步" / "Next";
    recent_title: "最近两天" / "Today and yesterday";
    recent_none: "今天还没有记录。" / "Nothing recorded today.";
    next_draft: "有一笔没记完" / "You have an unfinished entry";
    next_draft_go: "接着记" / "Continue";
    next_like_yesterday: "像昨天那样：" / "Like yesterday: ";
    next_like_before: "像上次那样：" / "Like last time: ";
    next_times: "最近记过 " / "Recorded ";
    next_not_today: " 次，今天还没有。" / "× lately, not yet today.";
    next_nothing: "今天的出行记下了，账单也抄过了。" / "Today’s travel is recorded, and the bill is in.";
    next_bill: "抄一张电费单" / "Copy an electricity bill";
    next_bill_each: "每少用 1 度电" / "For each kWh saved";
    next_bill_why: "家里用电比去年同期少，差多少就记多少。准备好今年和去年同期的账单，两分钟。" / "If you used less than in the same period last year, the difference counts. Have both bills ready; it takes two minutes.";
    next_trip: "记下今天的出行" / "Record today's travel";
    next_trip_why: "今天还没有记出行。走路、骑车、公交、地铁都算。" / "No travel is recorded today. Walking, cycling, bus and metro all count.";
    next_go: "去记" / "Record it";
    example_title: "先看一个例子" / "Start with an example";
    example_lead: "坐 10 公里地铁，能少排放多少？改一改公里数，看看数字怎么变。" / "How much does 10 km by metro avoid? Change the kilometres and watch the number.";
    example_keep: "是我今天的出行，记下" / "That was my trip today: record it";

    choose_lead: "今天做了什么？" / "What did you do?";
    group_travel: "出行" / "Travel";
    group_energy: "家庭能源" / "Home energy";
    group_purchase: "绿色购买" / "Purchases";
    group_everyday: "日常行动" / "Everyday";
    kind_trip: "走路、骑车、公交、地铁" / "Walk, cycle, bus, metro";
    kind_car_free: "停满 24 小时，按公布的标准得分" / "Parked for 24 hours, by the published scale";
    kind_refuel: "夏天夜里加油，避开臭氧高峰" / "On summer nights, when less ozone forms";
    kind_utility: "水电气热账单" / "Power, gas, water, heat bill";
    kind_solar: "自家光伏发电" / "Own solar power";
    kind_appliance: "换节能电器" / "Efficient appliance";
    kind_purchase: "买低 VOC 产品" / "Low-VOC product";
    kind_action: "光盘、自带杯袋、旧衣回收" / "Clean plate, own bag, old clothes";
    tab_trip: "一次出行" / "Trip";
    tab_car_free: "少开一天车" / "Car-free day";
    tab_refuel: "夜间加油" / "Night refuelling";
    tab_utility: "账单" / "Bill";
    tab_solar: "光伏" / "Solar";
    tab_appliance: "电器" / "Appliance";

    date: "日期" / "Date";
    today: "今天" / "Today";
    yesterday: "昨天" / "Yesterday";
    day_unread: "还没填，或者没有这一天（比如 2 月 30 日）。" / "Still empty, or no day of the calendar (such as 30 February).";
    optional: "选填" / "optional";
    decrease: "减少" / "Decrease";
    increase: "增加" / "Increase";
    save: "记下" / "Save";
    save_correction: "改好了，记下" / "Save correction";
    saving: "正在记…" / "Saving…";
    clear: "清空" / "Clear";
    still_needed: "填好后，这里马上出结果" / "Fill this in and the result appears here";
    fix_first: "还有地方要改" / "Something needs a change";
    result: "结果" / "Result";
    why: "为什么" / "Why";
    recorded_only: "记下，不计分" / "Recorded, earns nothing";
    recorded_only_why: "这一笔会记下来，但不计减排和积分，原因在下面。" / "This is kept, but earns nothing; the reason is below.";
    self_declared_share: "自报的记录，积分 ×^" / "Self-declared entries: points ×^";

    last_trips: "上次这样走" / "As before";
    leg: "第" / "Leg";
    leg_suffix: "段" / "";
    leg_add: "再加一段" / "Add a leg";
    leg_remove: "去掉这一段" / "Remove this leg";
    mode: "方式" / "By";
    more_modes: "其他方式（先记下，还没有公布的因子）" / "Other ways (kept; no published factor yet)";
    km: "公里数" / "Kilometres";
    km_hint: "地图上的距离就行" / "The distance on the map will do";
    replaced_petrol_car: "这辆电动车是用燃油车指标换的" / "This electric car replaced a petrol car";
    instead_of_car: "原本要开的燃油车" / "Petrol car left at home";
    instead_hint: "只记空气账，不重复计分" / "Counts for air only; no points twice";
    instead_none: "没有，或不知道" / "None, or not known";
    vs_car: "同样的路自己开燃油车，要多排" / "Driving a petrol car the same way would emit this much more:";
    vs_car_note: "只作对比，不计分" / "for comparison only; earns nothing";

    utility_which: "哪一种" / "Which one";
    bill_this: "这张账单" / "This bill";
    bill_last: "去年同期的账单" / "The same period last year";
    bill_start: "从" / "From";
    bill_end: "到" / "To";
    bill_usage: "本期用量" / "Usage";
    baseline_usage: "去年同期用量" / "Usage last year";
    baseline_days: "去年那张账单的天数" / "Days on last year's bill";
    baseline_days_hint: "天数不同也没关系，会按天折算" / "A different number of days is fine; it is compared per day";
    same_days: "和这张一样" / "Same as this one";
    annual_usage: "今年累计用量" / "Usage this year so far";
    annual_hint: "用来看是否到了第三档；不填也能计" / "Checks the third price tier; you may leave it out";
    has_pv: "家里装了光伏" / "The home has its own solar panels";
    boiler_heating: "用壁挂炉采暖" / "A gas boiler heats the home";
    days_unit: "天" / "days";
    bill_days: "共" / "in all";
    bill_electricity: "电费单" / "Electricity bill";
    bill_gas: "燃气账单" / "Gas bill";
    bill_water: "水费单" / "Water bill";
    bill_heat: "热计量账单" / "Heat meter bill";
    where_electricity: "电费单上的「本期电量」，单位是度（千瓦时）" / "“本期电量” on the bill, in kWh (度)";
    where_gas: "燃气账单上的「本期用气量」，单位是立方米" / "“本期用气量” on the bill, in cubic metres";
    where_water: "水费单上的「本期水量」，单位是立方米（吨）" / "“本期水量” on the bill, in cubic metres";
    where_heat: "热量表读数之差，单位是吉焦；按面积收费的家庭没有这个数" / "Difference of two heat-meter readings, in GJ; homes billed by area have none";

    solar_kwh: "自家用掉的发电量" / "Solar power used at home";
    solar_hint: "只算自己用掉的；卖给电网的不算" / "Only what you used yourself, not what went to the grid";
    appliance_which: "换了什么" / "What was replaced";
    appliance_air_conditioner: "空调" / "Air conditioner";
    appliance_other: "冰箱、洗衣机等" / "Fridge, washer, other";
    appliance_gas_boiler: "燃气壁挂炉" / "Gas boiler";
    appliance_induction_hob: "燃气灶换成电磁炉" / "Gas hob to induction";
    cooling_kw: "额定制冷量" / "Rated cooling";
    cooling_hint: "能效标识上的制冷量，常见 2.6 或 3.5 千瓦" / "On the energy label; 2.6 or 3.5 kW are common";
    apf: "新空调的 APF" / "APF of the new one";
    replaced_apf: "旧空调的 APF" / "APF of the old one";
    apf_hint: "能效标识上的「全年能源消耗效率」" / "“全年能源消耗效率” on the energy label";
    annual_kwh: "新电器一年耗电" / "Yearly use of the new one";
    replaced_annual_kwh: "旧电器一年耗电" / "Yearly use of the old one";
    label_hint: "看能效标识；标的是一天的，就乘 365" / "From the label; if it gives a day, multiply by 365";
    annual_m3: "旧炉子一年用气" / "Yearly gas with the old boiler";
    efficiency: "新炉子的热效率" / "Efficiency of the new boiler";
    replaced_efficiency: "旧炉子的热效率" / "Efficiency of the old boiler";
    efficiency_hint: "写成小数，如 0.97" / "As a decimal, e.g. 0.97";

    category: "买了什么" / "What you bought";
    category_choose: "请选择" / "Please choose";
    amount: "买了多少" / "How much";
    amount_unit: "单位" / "Unit";
    voc: "标签上的 VOC 含量" / "VOC content on the label";
    voc_where: "在桶身或检测报告上找「VOC 含量」" / "Look for “VOC 含量” on the tin or the test report";
    voc_unit: "VOC 单位" / "Unit of the VOC figure";
    basis: "这个数是怎么量的" / "How that figure is measured";
    less_water_explained: "「扣水」：水性涂料的标签和限值，都是把水扣掉以后每升里的 VOC。桶里真正的 VOC＝标签数 ×（1－水占的体积）。不知道水占多少，就保守地当作占 ^。" / "“Less water”: labels and limits of water-based paint give VOC per litre without its water. VOC really in the tin = label figure × (1 − share of water). If you do not know the share, a cautious ^ is used.";
    less_water_question: "什么是「扣水」？" / "What does “less water” mean?";
    density: "密度" / "Density";
    water_percent: "含水（按重量）" / "Water (by weight)";
    density_hint: "检测报告上有就填，两个都填才用得上" / "From the test report, if it has them; both are needed";
    compare_mode: "和什么比" / "Compared with";
    mode_below_limit: "和限值比" / "The limit";
    mode_switch: "和代替下来的产品比" / "The product it replaced";
    displaced: "本来要买的" / "What it replaced";
    displaced_amount: "本来要用多少" / "How much of that";
    displaced_amount_hint: "不填就按同样多算" / "The same amount if left out";
    alert_today: "当天有空气重污染预警" / "A pollution alert was on that day";
    tin_label: "VOC 含量" / "VOC content";

    action_which: "做了什么" / "What you did";
    action_count: "几次" / "How many times";
    action_kg: "多少公斤" / "How many kilograms";
    hours: "停了多久" / "How long the car stood";
    hours_hint: "两张里程表照片之间的小时数，满 24 小时才算" / "Hours between two odometer photos; whole days of 24 hours count";
    power: "什么车" / "What kind of car";
    power_petrol: "燃油车" / "Petrol";
    power_bev: "纯电动车" / "Electric";
    engine_litres: "排量" / "Engine size";
    litres: "加了多少" / "How much petrol";
    refuel_time: "几点加的" / "At what time";
    refuel_hint: "^–^ 月 ^–^ 加油，避开臭氧生成最快的时候" / "Months ^–^, ^–^: outside the hours when ozone forms fastest";

    saved: "记下了" / "Saved";
    undone: "已撤销" / "Reversed";
    corrected: "已改正：旧的一笔已撤销，新的一笔记下了" / "Corrected: the old entry is reversed, the new one saved";
    undo: "撤销" / "Reverse";
    view_entry: "看这一笔" / "Open it";
    dismiss: "知道了" / "Dismiss";

    steps_title: "一步一步算" / "Step by step";
    step: "第" / "step";
    reasons_title: "为什么没计，或少计" / "Why not, or not all";
    notes_title: "另外" / "Also";
    citations_title: "用到的参数和出处" / "Factors used, and their sources";
    value_from: "自" / "Since";
    value_from_suffix: "起" / "";
    source: "出处" / "Source";
    issuer: "发布" / "Issuer";
    clause: "位置" / "Where";
    issued: "发布日期" / "Issued";
    in_force: "实施日期" / "In force";
    consulted: "查阅" / "Consulted";
    review_by: "复核期限" / "Review by";
    open_source: "打开原文" / "Open the source";
    no_link: "没有可靠的网上原文" / "No reliable online original";
    computed_with: "依据" / "Worked out with";
    copy_calculation: "复制计算过程" / "Copy the calculation";
    copied: "已复制" / "Copied";
    copy_failed: "浏览器不让复制" / "The browser does not allow copying";
    recheck_same: "按当时的规则重算，结果一致" / "Worked out again with the same rules: identical";
    recheck_differs: "重算结果不一致" / "Working it out again gives another result";
    rounding_rule: "只在最后四舍五入一次" / "Rounded once, at the end, halves up";

    ledger_empty_title: "账本还是空的" / "The ledger is empty";
    ledger_empty_lead: "记下第一笔，这里会按日子排好，每个数字都能点开看来历。" / "Record something: entries line up by day here, and every number opens to its origin.";
    filter: "筛选" / "Filter";
    filter_all: "全部" / "All";
    filter_none: "这一类还没有记录。" / "Nothing of this kind yet.";
    day_total: "合计" / "Total";
    rows_add_up: "为了让各行加起来正好等于合计，个别行的最后一位会差 1；点开看到的是它自己的数。" / "So that rows add up to the total as shown, the last digit of a row may differ by one; opened, an entry shows its own number.";
    ledger_rows: "共 ^ 笔" / "^ entries";
    recent_more: "还有 ^ 笔，在账本里" / "^ more in the ledger";
    show_more: "再看早一些的" / "Show earlier days";
    reversed: "已撤销" / "Reversed";
    corrects_entry: "改正了之前的一笔" / "Corrects an earlier entry";
    correct: "改正" / "Correct";
    correct_title: "改正一笔" / "Correct an entry";
    correct_lead: "原来那一笔不会改掉：先把它撤销，再记下新的一笔。" / "The old entry is never changed: it is reversed, and a new one is saved.";
    reverse: "撤销这一笔" / "Reverse this entry";
    reverse_done: "这一笔已撤销，不再计入合计。" / "This entry is reversed and no longer counts.";
    not_found: "找不到这一笔" / "No such entry";

    rules_title: "规则与参数" / "Rules and factors";
    rules_lead: "每个数字从哪里来、有多可靠，都列在这里。" / "Where every number comes from, and how well it is established.";
    search: "搜索参数、出处、文号" / "Search factors, sources, numbers";
    search_none: "没有找到。换个词，比如「地铁」「电」「涂料」。" / "Nothing found. Try another word, such as “metro”, “electricity” or “paint”.";
    found: "项" / "found";
    grade: "可靠程度" / "How well established";
    grades_title: "可靠程度怎么看" / "How to read the grades";
    history: "各时期的值" / "Values through time";
    download_rules: "下载规则文件（JSON）" / "Download the rulebook (JSON)";
    methods: "方法" / "Methods";
    loading: "正在打开账本…" / "Opening the ledger…";
    awaited: "正在取…" / "Fetching…";
    not_fetched: "页面还有一部分没有取到，请看看网络。已记下的都还在。" / "Part of the page could not be fetched. Please check the connection; what you recorded is safe.";
    retry: "再试一次" / "Try again";
    reload: "刷新本页" / "Reload";
    rulebook_unusable: "规则文件有问题，暂时不能计算。" / "The rulebook is faulty, so nothing can be worked out.";
}
