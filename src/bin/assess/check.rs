//! `--check`: is this file a rulebook, or a district's rules, that can be used?

use std::path::Path;

use carbon_points::domain::json::Json;
use carbon_points::domain::rulebook::Rulebook;

use crate::rules::{built_in, in_file, in_words, read};

/// Keys that only a district's rules have.
const DISTRICT_KEYS: &[&str] = &["base", "policy", "scenes", "merchants", "rewards"];

/// Says what a file is, in both languages, or everything that is wrong with it. A district's rules are laid over the
/// rulebook in the other file, or over every built-in version.
pub(crate) fn check(file: &Path, rulebook: Option<&Path>) -> Result<String, String> {
    let (name, text) = (file.display().to_string(), read(file)?);
    let is_district = Json::parse(&text).is_ok_and(|json| DISTRICT_KEYS.iter().any(|key| json.get(key).is_some()));
    if !is_district {
        return Rulebook::parse(&text).map(|rules| what(&name, &rules)).map_err(|faults| in_words(&name, &faults));
    }
    let bases = match rulebook {
        Some(path) => vec![in_file(path)?],
        None => built_in()?,
    };
    let mut told = String::new();
    for base in &bases {
        let rules = base.with_district(&text).map_err(|faults| in_words(&name, &faults))?;
        told += &what(&name, &rules);
    }
    Ok(told)
}

fn what(file: &str, rules: &Rulebook) -> String {
    let name = rules.name();
    let Some(district) = &rules.district else {
        let counts = [rules.sources.len(), rules.parameters.len(), rules.actions.len(), rules.products.len()];
        let [sources, parameters, actions, products] = counts;
        return format!(
            "{file}: 可以使用的规则集 {name}：出处 {sources}，参数 {parameters}，日常行动 {actions}，购买类别 {products}\n\
             {file}: a usable rulebook, {name}: sources {sources}, parameters {parameters}, everyday actions {actions}, \
             purchase categories {products}\n"
        );
    };
    let counts = [district.policy.len(), district.scenes.len(), district.merchants.len(), district.rewards.len()];
    let [policy, scenes, merchants, rewards] = counts;
    format!(
        "{file}: 可以使用的区级规则 {name}：改动的政策参数 {policy}，场景 {scenes}，商家 {merchants}，奖励 {rewards}\n\
         {file}: usable rules of a district, {name}: policy parameters changed {policy}, scenes {scenes}, merchants \
         {merchants}, rewards {rewards}\n"
    )
}
