//! A receipt: anybody can write one, and only its signature is hard.

use carbon_points::answer::signing::{PrivateKey, is_signed};
use carbon_points::domain::receipt::{Receipt, Refusal, Taking, Used, issuer_of, judge};
use carbon_points::i18n::Language;
use carbon_points::i18n::receipt::refusal;

use crate::frame::enclosed;
use crate::world::{NOON, World, at_hand};

/// As it stands, and once more as what a well-formed frame encloses.
pub fn receipt(data: &[u8]) {
    let text = crate::text(data);
    at_hand(|world| {
        for text in [text.as_ref(), &enclosed(data)] {
            taken(text, world);
        }
        if let Some(key) = PrivateKey::parse(text.trim()) {
            assert!(key.public_key().is_some());
        }
    });
}

fn taken(text: &str, world: &World) {
    let receipt = match Receipt::parse(text) {
        Ok(receipt) => receipt,
        Err(fault) => return said(&Refusal::Damaged(fault), world),
    };
    if let Some(text) = receipt.pack() {
        assert_eq!(Receipt::parse(&text).as_ref(), Ok(&receipt));
    }
    let taking = Taking { rules: &world.district, now: NOON, used: &Used::of(&world.ledger) };
    let signed = issuer_of(&receipt.statement, &world.district).is_ok_and(|issuer| is_signed(issuer, &receipt));
    // By chance nothing is signed: what an issuer itself can do wrong is tried, too.
    for signed in [signed, true] {
        if let Err(why) = judge(&receipt, signed, &taking) {
            said(&why, world);
        }
    }
}

fn said(why: &Refusal, world: &World) {
    crate::said([Language::Zh, Language::En].map(|language| refusal(why, Some(&world.district), language)));
}
