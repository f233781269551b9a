//! `assess --keygen`, `--issue`, and `--verify` of what came of it.

use std::fs;
use std::path::{Path, PathBuf};

use carbon_points::answer::signing::is_signed;
use carbon_points::domain::archive::json_text;
use carbon_points::domain::district::shipped;
use carbon_points::domain::json::Json;
use carbon_points::domain::receipt::Receipt;

use super::kept::verified;
use super::{PRIVATE, PUBLIC, chaoyang};
use crate::cli::{lines, run, stderr};
use crate::support::beijing;

pub(super) fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("receipt-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

pub(super) fn text(path: &Path) -> &str {
    path.to_str().expect("text")
}

fn member<'j>(json: &'j Json, name: &str) -> &'j str {
    json.get(name).and_then(Json::text).unwrap_or_default()
}

/// The file of the example issuer's key.
fn demo_key(folder: &Path) -> PathBuf {
    let path = folder.join("demo.key");
    let key = format!("{{\"carbon_points_key\":1,\"issuer\":\"demo-issuer\",\"private_key\":\"{PRIVATE}\"}}");
    fs::write(&path, key).expect("written");
    path
}

const LINE: &str = r#"{"kind":"trip","id":"sale-7","date":"2025-01-05","note":"x","legs":[{"mode":"rail","km":10}]}"#;

#[test]
fn a_key_is_made_once_and_what_it_prints_goes_into_the_rules() {
    let folder = folder("keygen");
    let file = folder.join("mine.key");
    let made = run(&["--keygen", text(&file), "--issuer", "grid-2026"], b"");
    assert_eq!((made.status.code(), stderr(&made)), (Some(0), String::new()));
    let again = run(&["--keygen", text(&file), "--issuer", "grid-2026"], b"");
    assert_eq!(again.status.code(), Some(2), "it is not written over");
    let told = stderr(&again);
    assert!(told.contains("已经有这个文件，不会覆盖它") && told.contains("is not written over"), "{told}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&file).expect("there").permissions().mode() & 0o777, 0o600);
    }
    let printed = lines(&made).remove(0);
    let Some(Json::List(issuers)) = printed.get("issuers") else { panic!("{printed}") };
    assert!(
        !printed
            .to_string()
            .contains(member(&Json::parse(&fs::read_to_string(&file).expect("read")).expect("JSON"), "private_key"))
    );
    let jwk = printed.get("jwk").expect("a JWK");
    assert_eq!((member(jwk, "kty"), member(jwk, "crv"), member(jwk, "x").len()), ("EC", "P-256", 43));
    // What it prints is taken as it stands, from the day of publication on.
    let entry = issuers[0].to_string();
    let from = member(&issuers[0], "valid_from").to_owned();
    let rules = shipped("chaoyang").expect("shipped");
    let (before, _) = rules.split_once("\"issuers\": [").expect("issuers");
    let own = format!("{before}\"issuers\": [{entry}]}}").replace("2026-11-21", &from.min("2026-11-21".to_owned()));
    let laid = beijing().with_district(&own);
    assert!(laid.is_ok(), "{laid:?}");
}

#[test]
fn activities_become_receipts_that_are_signed_and_a_bad_line_is_answered() {
    let folder = folder("issue");
    let key = demo_key(&folder);
    let input = format!("{LINE}\n\n{{\"kind\":\"trip\"}}\n{LINE}\n");
    let made = run(&["--issue", text(&key), "--link", "https://points.example/"], input.as_bytes());
    assert_eq!((made.status.code(), stderr(&made)), (Some(0), String::new()));
    let answers = lines(&made);
    assert_eq!(answers.len(), 3);
    assert_eq!(member(&answers[1], "verdict"), "rejected");
    let receipts: Vec<_> =
        [&answers[0], &answers[2]].map(|line| Receipt::parse(member(line, "receipt")).expect("a receipt")).into();
    let rules = chaoyang();
    let issuer = rules.district.as_ref().and_then(|district| district.issuer("demo-issuer")).expect("known");
    assert_eq!(issuer.public_key.to_string(), PUBLIC);
    assert!(receipts.iter().all(|receipt| is_signed(issuer, receipt) && receipt.statement.district.is_none()));
    assert!(receipts[0].statement.nonce != receipts[1].statement.nonce);
    let activity = receipts[0].statement.activity.to_string();
    assert!(activity.contains("\"evidence\":\"verified\"") && !activity.contains("note"), "{activity}");
    assert!(!activity.contains("sale-7"), "{activity}");
    assert_eq!(member(&answers[0], "id"), "sale-7", "so that the issuer finds what the receipt is for");
    let link = format!("https://points.example/#/receipt/{}", member(&answers[0], "receipt"));
    assert_eq!(member(&answers[0], "link"), link);
}

#[test]
fn what_the_district_would_not_take_is_not_issued() {
    let folder = folder("unfit");
    let key = demo_key(&folder);
    let refused = |key: &Path, more: &[&str]| {
        let output = run(&[&["--issue", text(key)], more].concat(), b"");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        stderr(&output)
    };
    let other = folder.join("other.key");
    assert_eq!(run(&["--keygen", text(&other), "--issuer", "demo-issuer"], b"").status.code(), Some(0));
    assert!(refused(&other, &["--district=chaoyang"]).contains("is not that of this private key"));
    let stranger = folder.join("stranger.key");
    assert_eq!(run(&["--keygen", text(&stranger), "--issuer", "stranger"], b"").status.code(), Some(0));
    assert!(refused(&stranger, &["--district=chaoyang"]).contains("「stranger」"));
    fs::write(&stranger, "{}").expect("written");
    assert!(refused(&stranger, &[]).contains("--keygen"));
    // Solar power is not what the example issuer certifies.
    let solar = r#"{"kind":"solar","date":"2025-01-05","self_consumed_kwh":3}"#;
    let answers = lines(&run(&["--issue", text(&key), "--district=chaoyang"], solar.as_bytes()));
    assert_eq!(member(&answers[0], "verdict"), "rejected", "{}", answers[0]);
    for (arguments, said) in [
        (&["--issuer", "x"][..], "--issuer goes with --keygen only"),
        (&["--keygen", "x"], "--keygen goes with --issuer only"),
        (&["--keygen", "x", "--issuer", "A B"], "is no id"),
        (&["--until", "2026-12-31"], "--until goes with --issue only"),
        (&["--issue", "x", "--until", "soon"], "--until `soon` is not a day"),
        (&["--issue", "x", "--ledger"], "--issue assesses nothing"),
        (&["--issue", "x", "--link", "javascript:alert(1)"], "“javascript:alert(1)” is no address of a page"),
        (&["--issue", "x", "--link", "https://"], "“https://” is no address of a page"),
        (&["--issue", "x", "--link", "https://a.example/#/"], "is no address of a page"),
    ] {
        let output = run(arguments, b"");
        assert!(output.status.code() == Some(2) && stderr(&output).contains(said), "{}", stderr(&output));
    }
}

#[test]
fn an_export_with_receipts_verifies_on_the_command_line() {
    let folder = folder("verify");
    let file = folder.join("export.json");
    let text_of = json_text(&[verified("A", "n1"), verified("B", "n2")], &[]);
    fs::write(&file, &text_of).expect("written");
    let output = run(&["--verify", text(&file), "--today=2026-11-21"], b"");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(String::from_utf8_lossy(&output.stdout).ends_with("equal: 2 entries\n"));
    // The receipt of the first in the second, digests made anew: only the nonce tells.
    let twice = json_text(&[verified("A", "n1"), verified("B", "n1")], &[]);
    fs::write(&file, &twice).expect("written");
    let output = run(&["--verify", text(&file), "--today=2026-11-21"], b"");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.code(), Some(1));
    assert!(told.contains("Line 5, entry 2 (B): receipt: This receipt was taken for another entry already"), "{told}");
}

#[test]
fn a_key_that_is_no_point_is_named_by_check() {
    let folder = folder("check");
    let file = folder.join("rules.json");
    let beside = shipped("chaoyang").expect("shipped").replace("d4462299\"", "d4462298\"");
    fs::write(&file, &beside).expect("written");
    let output = run(&["--check", text(&file)], b"");
    let told = stderr(&output);
    assert_eq!(output.status.code(), Some(2));
    assert!(told.contains("issuers[0](demo-issuer).public_key: ") && told.contains("no public key"), "{told}");
}
