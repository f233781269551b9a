//! The published JSON Schema of overlays; see [`crate::domain::rulebook::schema`].

use super::{District, form};
use crate::domain::json::Json;
use crate::domain::rulebook::Section;
use crate::domain::rulebook::schema::{About, document, entries};

const DISTRICT: About = About {
    id: "urn:carbon-points:schema:district",
    title: "碳惠账本区级规则 District overlay",
    description: "一个区对规则集的补充。区里可以改只关系到积分的政策参数（policy），增加参数、行动、场景、商家、奖励和文字；\
        不能改方法、公式、排放因子和出处。本模式说不出来的，由 assess --check 检查：键和标识不重复，且与基础规则集不重名；引用的条目存在；\
        新加的出处和参数都用到；单位适合用途（商家奖励 points/time，每天次数 times/d，奖励的价 points，使用期限 d）且为不小于 1 的整数；\
        所改的是政策参数；任何一条都不早于区规则首次发布；日期先后有序且真实存在；新行动的减排量有公布的出处；捐赠不写商家和使用期限；\
        签发方的公钥是曲线上的点，两家不共用。 \
        What a district adds to a rulebook. It may change policy parameters that only points depend on, and add \
        parameters, actions, scenes, merchants, rewards and texts; it may not change a method, a formula, a factor or a \
        source. What this schema cannot say is checked by assess --check: keys and ids given once, and none that the base \
        rulebook has already; references that lead somewhere; every new source and parameter used; units that fit their \
        use (bonus points/time, daily_most times/d, cost points, valid_days d), whole and at least 1; changes to policy \
        only; nothing that begins before the district first published its rules; days that exist, in order; published \
        grams for a new action; donations without merchant and valid_days; public keys that are points of the curve, each one \
        issuer's only.",
};

impl District {
    /// The schema of an overlay file.
    pub fn schema() -> Json {
        let mut sections = entries();
        sections.extend([
            (Section::Policy, form::policy()),
            (Section::Scenes, form::scene()),
            (Section::Merchants, form::merchant()),
            (Section::Rewards, form::reward()),
            (Section::Issuers, form::issuer()),
        ]);
        document(&DISTRICT, &form::district(), &sections)
    }
}
