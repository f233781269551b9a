//! Reading what a district offers: scenes, merchants and rewards.

use super::check::Dates;
use super::fault::DistrictFault;
use super::load::Known;
use super::{Issuer, Merchant, Reward, RewardKind, Scene, form};
use crate::domain::activity::Kind;
use crate::domain::date::Date;
use crate::domain::json::Json;
use crate::domain::receipt::PublicKey;
use crate::domain::rulebook::FaultKind;
use crate::domain::rulebook::ids::Ids;
use crate::domain::rulebook::read::{Noted, Object, Purpose, Read, Reader};
use crate::domain::unit::Unit;

pub(super) fn scene(reader: &mut Reader, path: String, item: &Json, sources: &mut Ids<'_>) -> Read<Scene> {
    let object = reader.object(path, item, form::SCENE)?;
    let id = reader.text(&object, "id");
    let (label, text) = (reader.label(&object, "label"), reader.label(&object, "text"));
    let source = reader.reference(&object, "source", sources);
    Ok(Scene { id: id?.to_owned(), label: label?, text: text?, source: source? })
}

pub(super) fn merchant(
    reader: &mut Reader,
    path: String,
    item: &Json,
    dates: Dates,
    known: &mut Known<'_>,
) -> Read<Merchant> {
    let object = reader.object(path, item, form::MERCHANT)?;
    let id = reader.text(&object, "id");
    let (label, note) = (reader.label(&object, "label"), reader.label(&object, "note"));
    let kinds = kinds(reader, &object);
    let bonus = reader.reference(&object, "bonus", &mut known.parameters);
    let daily_most = reader.reference(&object, "daily_most", &mut known.parameters);
    let source = reader.reference(&object, "source", &mut known.sources);
    let (from, until) = days(reader, &object, dates);
    reader.uses(bonus.map(Some), &[Unit::PointPerTime], Purpose::Offer(from));
    reader.uses(daily_most.map(Some), &[Unit::TimePerDay], Purpose::Offer(from));
    Ok(Merchant {
        id: id?.to_owned(),
        label: label?,
        note: note?,
        kinds: kinds?,
        bonus: bonus?,
        daily_most: daily_most?,
        source: source?,
        from: from?,
        until: until?,
    })
}

pub(super) fn reward(
    reader: &mut Reader,
    path: String,
    item: &Json,
    dates: Dates,
    known: &mut Known<'_>,
) -> Read<Reward> {
    let object = reader.object(path, item, form::REWARD)?;
    let id = reader.text(&object, "id");
    let (label, terms) = (reader.label(&object, "label"), reader.label(&object, "terms"));
    let kind = reader.word(&object, "kind", RewardKind::ALL, RewardKind::as_str);
    let cost = reader.reference(&object, "cost", &mut known.parameters);
    let merchant = reader.optional_text(&object, "merchant");
    if let Ok(Some(id)) = merchant {
        // What cannot be found has been noted; that the merchant is there is all that is asked.
        let _ = reader.reference_to(object.at("merchant"), id, &mut known.merchants);
    }
    let valid_days = reader.optional_reference(&object, "valid_days", &mut known.parameters);
    if kind == Ok(RewardKind::Donation) {
        for key in ["merchant", "valid_days"].into_iter().filter(|key| Reader::optional(&object, key).is_some()) {
            reader.fault(object.at(key), FaultKind::District(DistrictFault::NotForDonations));
        }
    }
    let source = reader.reference(&object, "source", &mut known.sources);
    let (from, until) = days(reader, &object, dates);
    reader.uses(cost.map(Some), &[Unit::Point], Purpose::Offer(from));
    reader.uses(valid_days, &[Unit::Day], Purpose::Offer(from));
    Ok(Reward {
        id: id?.to_owned(),
        label: label?,
        terms: terms?,
        kind: kind?,
        cost: cost?,
        merchant: merchant?.map(str::to_owned),
        valid_days: valid_days?,
        source: source?,
        from: from?,
        until: until?,
    })
}

pub(super) fn issuer(reader: &mut Reader, path: String, item: &Json, dates: Dates) -> Read<Issuer> {
    let object = reader.object(path, item, form::ISSUER)?;
    let id = reader.text(&object, "id");
    let (label, note) = (reader.label(&object, "label"), reader.label(&object, "note"));
    let kinds = kinds(reader, &object);
    let public_key = public_key(reader, &object);
    let (from, to) = (reader.date(&object, "valid_from"), reader.date(&object, "valid_to"));
    if let Ok(from) = from {
        dates.check_from(reader, object.at("valid_from"), from);
        if let Ok(given) = to
            && given < from
        {
            reader.fault(object.at("valid_to"), FaultKind::District(DistrictFault::EndsEarlier { given, from }));
        }
    }
    Ok(Issuer {
        id: id?.to_owned(),
        label: label?,
        note: note?,
        kinds: kinds?,
        public_key: public_key?,
        valid_from: from?,
        valid_to: to?,
    })
}

fn public_key(reader: &mut Reader, object: &Object<'_>) -> Read<PublicKey> {
    let text = reader.text(object, "public_key")?;
    match PublicKey::parse(text) {
        Some(key) => Ok(key),
        None => reader.refuse(object.at("public_key"), FaultKind::District(DistrictFault::NotAKey)),
    }
}

/// No two issuers may have one key: a receipt would be of both.
pub(super) fn own_keys(reader: &mut Reader, ids: &Ids<'_>, issuers: &[Read<Issuer>]) {
    for (place, issuer) in issuers.iter().enumerate() {
        let Ok(issuer) = issuer else { continue };
        let mut before = issuers.iter().take(place).flatten();
        if let Some(other) = before.find(|other| other.public_key == issuer.public_key) {
            let fault = DistrictFault::SharedKey { with: other.id.clone() };
            reader.fault(format!("{}.public_key", ids.path(place)), FaultKind::District(fault));
        }
    }
}

/// From when and until when something holds.
fn days(reader: &mut Reader, object: &Object<'_>, dates: Dates) -> (Read<Date>, Read<Option<Date>>) {
    let (from, until) = (reader.date(object, "from"), reader.optional_date(object, "until"));
    if let Ok(from) = from {
        dates.check_from(reader, object.at("from"), from);
        if let Ok(Some(given)) = until
            && given < from
        {
            reader.fault(object.at("until"), FaultKind::District(DistrictFault::EndsEarlier { given, from }));
        }
    }
    (from, until)
}

/// The kinds of activity that a merchant rewards: at least one, each once.
fn kinds(reader: &mut Reader, object: &Object<'_>) -> Read<Vec<Kind>> {
    let items = reader.list(object, "kinds")?;
    if items.is_empty() {
        return reader.refuse(object.at("kinds"), FaultKind::Empty);
    }
    let mut kinds = Vec::new();
    let mut outcome = Ok(());
    for (index, item) in items.iter().enumerate() {
        let path = format!("{}[{index}]", object.at("kinds"));
        match reader.word_of(path.clone(), item, Kind::ALL, Kind::as_str) {
            Ok(kind) if kinds.contains(&kind) => {
                outcome = reader.refuse(path, FaultKind::DuplicateId { id: kind.as_str().to_owned() });
            }
            Ok(kind) => kinds.push(kind),
            Err(Noted) => outcome = Err(Noted),
        }
    }
    outcome.map(|()| kinds)
}
