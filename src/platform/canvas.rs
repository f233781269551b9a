//! Pictures drawn by the browser, for places where an image can be kept and a file cannot.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::window;

use super::object::call;

use crate::host::picture::{Mark, Picture, WIDTH};

/// The picture as a PNG in a `data:` address; `None` where the browser does not draw.
pub fn png(picture: &Picture) -> Option<String> {
    let canvas: JsValue = window()?.document()?.create_element("canvas").ok()?.into();
    Reflect::set(&canvas, &"width".into(), &WIDTH.into()).ok()?;
    Reflect::set(&canvas, &"height".into(), &picture.height.into()).ok()?;
    let pen = call(&canvas, "getContext", &["2d".into()])?;
    let set = |name: &str, value: &str| Reflect::set(&pen, &name.into(), &value.into()).ok();
    for mark in &picture.marks {
        match mark {
            Mark::Block(left, top, width, height, colour) => {
                set("fillStyle", colour)?;
                call(&pen, "fillRect", &[(*left).into(), (*top).into(), (*width).into(), (*height).into()])?;
            }
            Mark::Line(line) => {
                set("fillStyle", line.colour)?;
                set("textAlign", if line.ends { "right" } else { "left" })?;
                let (weight, size) = (if line.bold { "600 " } else { "" }, line.size);
                set("font", &format!("{weight}{size}px system-ui, \"PingFang SC\", \"Noto Sans CJK SC\", sans-serif"))?;
                call(&pen, "fillText", &[(&*line.text).into(), line.at.into(), line.base.into(), line.most.into()])?;
            }
        }
    }
    call(&canvas, "toDataURL", &["image/png".into()])?.as_string()
}
