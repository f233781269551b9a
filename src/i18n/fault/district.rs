//! What is wrong with the overlay of a district, in Chinese.

use crate::domain::district::DistrictFault;

pub(super) fn chinese(fault: &DistrictFault) -> String {
    match fault {
        DistrictFault::WrongBase { given, base } => format!("这是「{given}」的区级规则，不能用在 {base} 上"),
        DistrictFault::BaseOnly => {
            "方法、公式和产品由基础规则集定；区里可以改积分政策，增加行动、商家、奖励和文字".to_owned()
        }
        DistrictFault::InBase { id } => format!("「{id}」是基础规则集里的，不能覆盖；请另起一个标识"),
        DistrictFault::NotPolicy { grade } => {
            format!("这个数不是政策参数（可靠程度为「{}」），区里不能改", grade.as_str())
        }
        DistrictFault::EntersGrams => "减排量要用这个数来算，各区必须一样；区里可以改积分、上限和等级".to_owned(),
        DistrictFault::PolicyGrams => {
            "减排量不能由政策自定；请写明这个数公布在哪里，或者改为只给积分（award）".to_owned()
        }
        DistrictFault::BeforePublished { given, published } => {
            format!("从 {given} 开始，早于区规则发布；最早可以从 {published} 开始")
        }
        DistrictFault::Rewritten { on, published } => {
            format!("{on} 的内容与上一版不同；过去的不能改，要改请从 {published} 起")
        }
        DistrictFault::PublishedLater { given, published } => {
            format!("首次发布日期 {given} 晚于本版的发布日期 {published}")
        }
        DistrictFault::EndsEarlier { given, from } => format!("截止日期 {given} 早于开始日期 {from}"),
        DistrictFault::NotAKey => {
            "这不是公钥；应为 P-256 曲线上的点，不压缩：04 加上 128 个小写的十六进制数字，就是 assess --keygen 给出的那样".to_owned()
        }
        DistrictFault::SharedKey { with } => format!("和「{with}」是同一把公钥；每个签发方要有自己的一把"),
        DistrictFault::NotForDonations => "捐赠不发券，不能写商家，也没有使用期限".to_owned(),
    }
}
