//! What asks for it that nothing is claimed twice.

use super::Text;
use crate::i18n::Language;

texts! {
    paint_area_title: "房子和涂料" / "The home and the paint";
    paint_area_why: "有了面积和遍数，就知道这么多涂料是不是都用得上。不填也能记，按一套普通大小的房子看。" / "With the floor area and the coats it can be seen whether that much paint is needed. Left out, a home of ordinary size is assumed.";
    floor_area: "房子的建筑面积" / "Floor area of the home";
    floor_area_hint: "房产证或租房合同上有" / "On the deed or the lease";
    coats: "刷几遍" / "Number of coats";
    more: "更多" / "More";
    dwelling: "哪套房子（家里不止一套时填）" / "Which home (if you have more than one)";
    dwelling_hint: "每次写得一样就行，如「老房」" / "Call it the same each time, such as “old flat”";
    serial: "机身编号" / "Serial number";
    serial_hint: "在机身铭牌上。一样的买了两台，填上才分得清" / "On the type plate. It tells two alike apart";
    meter: "表号（家里不止一只表时填）" / "Meter number (if the home has more than one)";
    meter_hint: "账单上的户号或表号" / "The account or meter number on the bill";
    other_bill: "看那一张账单" / "See the other bill";
    repeat_mark: "一小时内记过一样的" / "recorded twice within the hour";
    repeat_of: "一小时之内记过一模一样的一趟。记重了可以撤销这一笔，真的又走了一趟就不用管。" / "The very same trip was recorded within the hour. Undo this one if it is a repeat; if you really went again, leave it.";
    repeat_other: "看那一笔" / "See the other one";
    saved_again: "记下了。一小时内已经记过一模一样的一趟，记重了可以撤销。" / "Saved. The very same trip was recorded within the hour; undo it if it is a repeat.";
}
