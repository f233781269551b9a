//! `--check`: is this file a rulebook, or a district's rules, that can be used?

use std::path::Path;

use carbon_points::answer::rules::in_words;
use carbon_points::answer::signing::is_usable;
use carbon_points::domain::district::DistrictFault;
use carbon_points::domain::json::Json;
use carbon_points::domain::rulebook::{self, FaultKind, Rulebook};

use super::arguments::Fault;
use super::files::read;
use super::rules::{built_in, in_file};

/// Keys that only a district's rules have.
const DISTRICT_KEYS: &[&str] = &["base", "policy", "scenes", "merchants", "rewards"];

/// Says what a file is, in both languages, or everything that is wrong with it. A district's rules are laid over the
/// rulebook in the other file, or over every built-in version, and are compared with the version before if there is one.
pub(crate) fn check(file: &Path, rulebook: Option<&Path>, previous: Option<&Path>) -> Result<String, String> {
    let (name, text) = (file.display().to_string(), read(file)?);
    let is_district = Json::parse(&text).is_ok_and(|json| DISTRICT_KEYS.iter().any(|key| json.get(key).is_some()));
    if !is_district {
        let rulebook = Rulebook::parse(&text).map_err(|faults| in_words(&name, &faults))?;
        return if previous.is_some() { Err(Fault::NothingToCompare.to_string()) } else { Ok(whole(&name, &rulebook)) };
    }
    let bases = match rulebook {
        Some(path) => vec![in_file(path)?],
        None => built_in()?,
    };
    // Over every version: a fault against one of them does not hide those against the others.
    let (mut told, mut faults) = (String::new(), Vec::new());
    for base in &bases {
        match base.with_district(&text) {
            Ok(rules) => {
                usable_keys(&name, &rules)?;
                if let Some(previous) = previous {
                    compare(&name, &rules, base, previous)?;
                }
                told += &overlay(&name, &rules, previous.is_some());
            }
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() {
        return Ok(told);
    }
    let mut each: Vec<_> = Vec::new();
    for fault in faults {
        if !each.contains(&fault) {
            each.push(fault);
        }
    }
    Err(in_words(&name, &each))
}

/// Compares a district's rules with their version before, both on the same base.
fn compare(name: &str, rules: &Rulebook, base: &Rulebook, previous: &Path) -> Result<(), String> {
    let in_previous = |faults: Vec<_>| in_words(&previous.display().to_string(), &faults);
    let before = base.with_district(&read(previous)?).map_err(in_previous)?;
    let [here, there] = [rules, &before].map(|rules| rules.district.as_ref().map_or("", |district| &district.id));
    if here != there {
        return Err(format!(
            "{name}: 这是「{here}」的规则，--previous 给的却是「{there}」的\nassess: {name}: these are rules of “{here}”, \
             but --previous gives those of “{there}”"
        ));
    }
    match rules.rewritten_since(&before) {
        none if none.is_empty() => Ok(()),
        rewritten => Err(in_words(name, &rewritten)),
    }
}

fn whole(file: &str, rules: &Rulebook) -> String {
    let name = rules.name();
    let counts = [rules.sources.len(), rules.parameters.len(), rules.actions.len(), rules.products.len()];
    let [sources, parameters, actions, products] = counts;
    format!(
        "{file}: 可以使用的规则集 {name}：出处 {sources}，参数 {parameters}，日常行动 {actions}，购买类别 {products}\n\
         {file}: a usable rulebook, {name}: sources {sources}, parameters {parameters}, everyday actions {actions}, \
         purchase categories {products}\n"
    )
}

fn overlay(file: &str, rules: &Rulebook, compared: bool) -> String {
    let (Some(district), name) = (&rules.district, rules.name()) else { return String::new() };
    let counts = [district.policy.len(), district.scenes.len(), district.merchants.len(), district.rewards.len()];
    let [policy, scenes, merchants, rewards] = counts;
    let first = district.first_published == district.published;
    let reminder = if first || compared { String::new() } else { not_compared(file) };
    format!(
        "{file}: 可以使用的区级规则 {name}：改动的政策参数 {policy}，场景 {scenes}，商家 {merchants}，奖励 {rewards}\n\
         {file}: usable rules of a district, {name}: policy parameters changed {policy}, scenes {scenes}, merchants \
         {merchants}, rewards {rewards}\n{reminder}"
    )
}

/// A reminder for rules that follow others, which nobody compared them with.
fn not_compared(file: &str) -> String {
    format!(
        "{file}: 这不是首个版本；请用 --previous 指出上一版，看过去的内容是不是都没有改\n\
         {file}: this is not the first version; name the one before with --previous to see that nothing past has changed\n"
    )
}

/// Whether every issuer's key is a point of the curve, which no one else checks before a receipt is to be.
fn usable_keys(name: &str, rules: &Rulebook) -> Result<(), String> {
    let issuers = rules.district.iter().flat_map(|district| &district.issuers).enumerate();
    let faults = issuers.filter(|(_, issuer)| !is_usable(&issuer.public_key)).map(|(place, issuer)| rulebook::Fault {
        path: format!("issuers[{place}]({}).public_key", issuer.id),
        kind: FaultKind::District(DistrictFault::NotAKey),
    });
    let faults: Vec<_> = faults.collect();
    if faults.is_empty() { Ok(()) } else { Err(in_words(name, &faults)) }
}
