//! Pictures drawn by the browser, for places where an image can be kept and a file cannot.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::window;

use super::object::call;

use crate::host::picture::{HEIGHT, Mark, WIDTH};

/// The marks as a PNG in a `data:` address; `None` where the browser does not draw.
pub fn png(marks: &[Mark]) -> Option<String> {
    let canvas: JsValue = window()?.document()?.create_element("canvas").ok()?.into();
    Reflect::set(&canvas, &"width".into(), &WIDTH.into()).ok()?;
    Reflect::set(&canvas, &"height".into(), &HEIGHT.into()).ok()?;
    let pen = call(&canvas, "getContext", &["2d".into()])?;
    let set = |name: &str, value: &str| Reflect::set(&pen, &name.into(), &value.into()).ok();
    for mark in marks {
        match mark {
            Mark::Block(left, top, width, height, colour) => {
                set("fillStyle", colour)?;
                call(&pen, "fillRect", &[(*left).into(), (*top).into(), (*width).into(), (*height).into()])?;
            }
            Mark::Line(left, base, size, bold, colour, text) => {
                set("fillStyle", colour)?;
                let weight = if *bold { "600 " } else { "" };
                set("font", &format!("{weight}{size}px system-ui, \"PingFang SC\", \"Noto Sans CJK SC\", sans-serif"))?;
                // No wider than the picture leaves room for.
                let most = WIDTH - left - 30;
                call(&pen, "fillText", &[text.into(), (*left).into(), (*base).into(), most.into()])?;
            }
        }
    }
    call(&canvas, "toDataURL", &["image/png".into()])?.as_string()
}
