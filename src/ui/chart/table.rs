//! The numbers behind a picture.

use super::{Chart, domain_name};
use crate::domain::activity::Domain;
use crate::ui::Words;
use crate::ui::element::{Element, el, say, text};
use crate::ui::insight::filled;

/// A table of the months, latest last, whose rows add up.
#[inline(never)]
pub(super) fn table(chart: &Chart<'_>, words: Words) -> Element {
    let t = words.t;
    let column = |name| el("th", "").attr("scope", "col").child(say("span", "numbers__head", name));
    let mut head = el("tr", "").child(column(t.month()));
    for domain in Domain::ALL {
        head.push(column(domain_name(*domain, words)));
    }
    head.push(column(t.sum()));
    let mut body = el("tbody", "");
    for (month, by_domain) in chart.months {
        let row = chart.row(by_domain);
        // Short, and read aloud as a month by any screen reader.
        let name = format!("{}-{:02}", month.0, month.1);
        let mut line = el("tr", "")
            .attr_of("data-month", &format!("{}-{}", month.0, month.1))
            .child(text("th", "", &name).attr("scope", "row"));
        for number in row.parts.iter().chain([&row.total]) {
            line.push(text("td", "", number));
        }
        body.push(line);
    }
    let caption = filled(t.chart_table_caption(), &[chart.voice.long_name(words), chart.scale.unit]);
    let table =
        el("table", "numbers").child(text("caption", "", &caption)).child(el("thead", "").child(head)).child(body);
    el("details", "more")
        .named("numbers")
        .child(say("summary", "more__summary", t.chart_table()))
        .child(el("div", "numbers__frame").child(table))
}
