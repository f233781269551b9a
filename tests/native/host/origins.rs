//! Who may speak with the page.

use carbon_points::host::is_district;
use carbon_points::host::origins::Origins;

const OWN: &str = "https://points.example";

#[test]
fn those_listed_and_the_pages_own_origin_may() {
    let origins = Origins::read(r#"{"origins":["https://www.district.example","http://127.0.0.1:8080"]}"#);
    for allowed in [OWN, "https://www.district.example", "http://127.0.0.1:8080"] {
        assert!(origins.allow(allowed, OWN), "{allowed}");
    }
    for other in [
        "https://district.example",
        "http://www.district.example",
        "https://www.district.example.evil.example",
        "null",
        "",
    ] {
        assert!(!origins.allow(other, OWN), "{other}");
    }
}

/// Neither a wildcard nor a path is an origin; a document that has none may not speak with one that has none.
#[test]
fn what_is_no_origin_allows_nobody() {
    let origins = Origins::read(r#"{"origins":["*","null","https://","https://a.example/","https://A.example",7]}"#);
    for other in ["*", "null", "https://", "https://a.example/", "https://a.example", "https://A.example"] {
        assert!(!origins.allow(other, OWN), "{other}");
    }
    assert!(!origins.allow("null", "null"));
    for damaged in ["", "[]", "{}", r#"{"origins":"https://a.example"}"#, "<!doctype html>"] {
        assert!(!Origins::read(damaged).allow("https://a.example", OWN), "{damaged}");
        assert!(Origins::read(damaged).allow(OWN, OWN), "{damaged}");
    }
}

#[test]
fn a_district_is_a_name_and_no_address() {
    for name in ["xicheng", "a", "dong_cheng-2", &"x".repeat(40)] {
        assert!(is_district(name), "{name}");
    }
    for other in ["", "rules/mall.json", "..", "https:x", "Xicheng", "西城", &"x".repeat(41)] {
        assert!(!is_district(other), "{other}");
    }
}
