//! What may stand under each key of an overlay; see [`crate::domain::rulebook::form`].

use super::RewardKind;
use crate::domain::activity::Kind;
use crate::domain::rulebook::Section;
use crate::domain::rulebook::form::shape;

/// Keys of a rulebook that an overlay has no say in.
pub(super) const BASE_ONLY: &[&str] = &["methods", "products", "displaced", "scheme_from"];

shape! {
    /// A whole overlay.
    DISTRICT, district {
        "$schema": optional Text,
        "schema": required Format,
        "base": required Id,
        "id": required Id,
        "version": required Id,
        "title": required Label,
        "status": required Label,
        "published": required Date,
        "first_published": optional Date,
        "change_note": required Label,
        "sources": required Entries(Section::Sources),
        "policy": required Entries(Section::Policy),
        "parameters": required Entries(Section::Parameters),
        "actions": required Entries(Section::Actions),
        "scenes": required Entries(Section::Scenes),
        "merchants": required Entries(Section::Merchants),
        "rewards": required Entries(Section::Rewards),
        "issuers": optional Entries(Section::Issuers),
    }
    /// New values of a policy parameter of the base rulebook.
    POLICY, policy {
        "id": required Reference(Section::Parameters),
        "values": required Values,
    }
    /// A scene.
    SCENE, scene {
        "id": required Id,
        "label": required Label,
        "text": required Label,
        "source": required Reference(Section::Sources),
    }
    /// A merchant.
    MERCHANT, merchant {
        "id": required Id,
        "label": required Label,
        "note": required Label,
        "kinds": required Words(words_of::<Kind>()),
        "bonus": required Reference(Section::Parameters),
        "daily_most": required Reference(Section::Parameters),
        "source": required Reference(Section::Sources),
        "from": required Date,
        "until": optional Date,
    }
    /// Who signs receipts.
    ISSUER, issuer {
        "id": required Id,
        "label": required Label,
        "note": required Label,
        "kinds": required Words(words_of::<Kind>()),
        "public_key": required PublicKey,
        "valid_from": required Date,
        "valid_to": required Date,
    }
    /// A reward.
    REWARD, reward {
        "id": required Id,
        "label": required Label,
        "terms": required Label,
        "kind": required Word(words_of::<RewardKind>()),
        "cost": required Reference(Section::Parameters),
        "merchant": optional Reference(Section::Merchants),
        "valid_days": optional Reference(Section::Parameters),
        "source": required Reference(Section::Sources),
        "from": required Date,
        "until": optional Date,
    }
}
