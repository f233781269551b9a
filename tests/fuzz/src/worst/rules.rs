//! Of rulebooks and districts' rules.

use super::{Input, fill};

pub(super) fn rules() -> Vec<Input> {
    let rulebook = |section: &str, item: &dyn Fn(usize) -> String| {
        let lists = ["methods", "sources", "parameters", "actions", "products", "displaced"];
        let mut begin =
            r#"{"schema":1,"id":"beijing","version":"1","published":"2026-11-01","scheme_from":"2026-01-01""#
                .to_owned();
        for list in lists.into_iter().filter(|list| *list != section) {
            begin.push_str(&format!(",\"{list}\":[]"));
        }
        fill(&format!("{begin},\"{section}\":[{}", item(usize::MAX)), |place| format!(",{}", item(place)), "]}")
    };
    let overlay = |section: &str, item: &dyn Fn(usize) -> String| {
        let begin = r#"{"schema":1,"base":"beijing","id":"x","version":"1","published":"2026-11-21""#;
        fill(&format!("{begin},\"{section}\":[{}", item(usize::MAX)), |place| format!(",{}", item(place)), "]}")
    };
    let empty = |_: usize| "{}".to_owned();
    let id = |place: usize| format!("{{\"id\":\"a{place}\"}}");
    let same = |_: usize| r#"{"id":"a"}"#.to_owned();
    let number = |_: usize| "0".to_owned();
    vec![
        ("wrong names", fill("{\"schema\":1", |place| format!(",\"{place}\":0"), "}")),
        ("methods of nothing", rulebook("methods", &empty)),
        ("methods", rulebook("methods", &id)),
        ("sources of nothing", rulebook("sources", &empty)),
        ("sources", rulebook("sources", &id)),
        ("parameters of nothing", rulebook("parameters", &empty)),
        ("parameters", rulebook("parameters", &id)),
        ("one parameter many times", rulebook("parameters", &same)),
        ("parameters that are numbers", rulebook("parameters", &number)),
        (
            "parameters with many wrong names",
            rulebook("parameters", &|place| format!("{{\"a{place}\":0,\"b{place}\":0}}")),
        ),
        (
            "values of nothing",
            rulebook("parameters", &|_| format!("{{\"id\":\"a\",\"values\":[{}{{}}]}}", "{},".repeat(2_000))),
        ),
        (
            "values of one day",
            rulebook("parameters", &|place| {
                format!(
                    "{{\"id\":\"a{place}\",\"unit\":\"g\",\"values\":[{}{{}}]}}",
                    r#"{"from":"2026-01-01","amount":"1"},"#.repeat(300)
                )
            }),
        ),
        ("actions", rulebook("actions", &id)),
        ("products of nothing", rulebook("products", &empty)),
        (
            "products that displace",
            rulebook("products", &|place| format!(r#"{{"id":"a{place}","displaces":["b{place}"]}}"#)),
        ),
        ("displaced", rulebook("displaced", &id)),
        ("references that lead nowhere", {
            let references: Vec<String> = (10_000..14_000).map(|one| format!("\"b{one}\"")).collect();
            let begin = r#"{"schema":1,"methods":[],"sources":[],"parameters":[],"actions":[],"#;
            let products = format!("\"products\":[{{\"displaces\":[{}]}}]", references.join(","));
            fill(
                &format!("{begin}{products},\"displaced\":[{{}}"),
                |place| format!(",{{\"id\":\"a{}\"}}", 10_000 + place),
                "]}",
            )
        }),
        ("long references that lead nowhere", {
            let long = "x".repeat(50);
            let references: Vec<String> = (10_000..10_400).map(|one| format!("\"{long}{one}\"")).collect();
            let begin = r#"{"schema":1,"methods":[],"sources":[],"parameters":[],"actions":[],"#;
            let products = format!("\"products\":[{{\"displaces\":[{}]}}]", references.join(","));
            fill(
                &format!("{begin}{products},\"displaced\":[{{}}"),
                |place| format!(",{{\"id\":\"{}{long}\"}}", 10_000 + place),
                "]}",
            )
        }),
        ("a district's sources", overlay("sources", &id)),
        ("a district's parameters", overlay("parameters", &id)),
        ("a district's policy", overlay("policy", &id)),
        ("a district's actions of nothing", overlay("actions", &empty)),
        ("a district's merchants", overlay("merchants", &id)),
        ("a district's merchants of nothing", overlay("merchants", &empty)),
        ("a district's rewards", overlay("rewards", &id)),
        ("a district's scenes", overlay("scenes", &id)),
        ("a district's issuers", overlay("issuers", &id)),
        ("a district's numbers for issuers", overlay("issuers", &number)),
    ]
}
