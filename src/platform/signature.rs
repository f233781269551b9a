//! Signatures, checked by the browser (`WebCrypto`).

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::object::{call, get, global, text};

/// Whether a signature (r and s, 32 bytes each) over these bytes is one by the key (an uncompressed point of P-256), by
/// ECDSA with SHA-256. A key that is no point signs nothing. `None` where the browser cannot tell: web-views without
/// `WebCrypto`, and addresses that are not secure.
pub async fn is_by(key: &[u8], signature: &[u8], message: &[u8]) -> Option<bool> {
    let subtle = get(&global("crypto")?, "subtle")?;
    let usages = Array::of1(&"verify".into());
    let curve = named(&[("name", "ECDSA"), ("namedCurve", "P-256")]);
    let imported = call(&subtle, "importKey", &["raw".into(), bytes(key), curve, JsValue::FALSE, usages.into()])?;
    let key = match JsFuture::from(imported.dyn_into::<Promise>().ok()?).await {
        Ok(key) => key,
        // An engine without this curve, or without keys in this form, says nothing about the key.
        Err(error) if text(&error, "name").is_some_and(|name| name == "NotSupportedError") => return None,
        Err(_) => return Some(false),
    };
    let hash = named(&[("name", "ECDSA"), ("hash", "SHA-256")]);
    let verified = call(&subtle, "verify", &[hash, key, bytes(signature), bytes(message)])?;
    JsFuture::from(verified.dyn_into::<Promise>().ok()?).await.ok()?.as_bool()
}

fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

fn named(members: &[(&str, &str)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        // A plain object takes any member.
        let _ = Reflect::set(&object, &(*name).into(), &(*value).into());
    }
    object.into()
}
