//! The browser's errors, as what they mean for the store.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use crate::platform::store::{Refusal, StoreError};

/// The browser's own error inside one of the crate's.
pub(super) fn js_of(error: idb::Error) -> JsValue {
    use idb::Error::{
        AddFailed, DeleteFailed, GetAllFailed, GetAllKeysFailed, IndexedDbOpenFailed, ObjectStoreNotFound,
        RequestResultNotFound, UpdateFailed,
    };
    match error {
        AddFailed(error)
        | DeleteFailed(error)
        | GetAllFailed(error)
        | GetAllKeysFailed(error)
        | IndexedDbOpenFailed(error)
        | ObjectStoreNotFound(error)
        | RequestResultNotFound(error)
        | UpdateFailed(error) => error,
        _ => JsValue::UNDEFINED,
    }
}

fn name_of(error: &JsValue) -> String {
    error.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default()
}

#[expect(clippy::needless_pass_by_value, reason = "so that it can be handed to map_err")]
pub(super) fn failed(error: JsValue) -> StoreError {
    match name_of(&error).as_str() {
        "QuotaExceededError" => StoreError::Full,
        // A name that is taken, where something is added and not put.
        "ConstraintError" => StoreError::AlreadyReversed,
        _ => StoreError::Failed,
    }
}

pub(super) fn refusal(error: &JsValue) -> Refusal {
    match name_of(error).as_str() {
        "SecurityError" | "InvalidStateError" | "NotAllowedError" => Refusal::Denied,
        "VersionError" => Refusal::Newer,
        _ => Refusal::Failed,
    }
}
