//! Checks every published version of the rulebook and packs it for the page, which then needs neither the JSON nor the
//! strict loader.

use std::fmt::Display;
use std::path::Path;
use std::{env, fs, io};

use domain::activity::purchase::Basis;
use domain::activity::{CountedBy, Mode};
use domain::rulebook::{Formula, Grade, Key, Label, PUBLISHED, Parameter, Rulebook};
use domain::unit::Unit;

#[path = "src/domain/mod.rs"]
#[allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    unfulfilled_lint_expectations,
    reason = "the build needs a part of it only"
)]
mod domain;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=static/rulebooks");
    println!("cargo::rerun-if-changed=src/domain");
    // Native builds always have the shorter way for small numbers; of the others, the npm package.
    if env::var_os("CARGO_CFG_TARGET_ARCH").is_none_or(|arch| arch != "wasm32")
        || env::var_os("CARGO_FEATURE_FAST").is_some()
    {
        println!("cargo::rustc-cfg=small_numbers");
    }
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    let folder = Path::new(&folder);
    // Two lists, because the page is cut in two: the words must not be held by what holds the figures.
    let (mut all_figures, mut all_words) = (Vec::new(), Vec::new());
    for published in PUBLISHED {
        match Rulebook::parse(published.text) {
            Ok(rulebook) => {
                let (id, version) = (&rulebook.id, &rulebook.version);
                let (figures_file, words_file) = (format!("{id}-{version}.figures"), format!("{id}-{version}.words"));
                fs::write(folder.join(&figures_file), figures(&rulebook))?;
                fs::write(folder.join(&words_file), words(&rulebook))?;
                let named = |file: &str| format!("include_str!(concat!(env!(\"OUT_DIR\"), \"/{file}\"))");
                let (name, day) = (rulebook.name(), rulebook.published);
                all_figures.push(format!("({name:?}, \"{day}\", {})", named(&figures_file)));
                all_words.push(named(&words_file));
            }
            Err(faults) => {
                for fault in faults {
                    println!("cargo::error=static/rulebooks/{}: {fault}", published.file);
                }
            }
        }
    }
    fs::write(folder.join("figures.rs"), format!("[{}]", all_figures.join(", ")))?;
    fs::write(folder.join("words.rs"), format!("[{}]", all_words.join(", ")))
}

/// What everything is worked out with, as `src/domain/rulebook/packed.rs` reads it.
fn figures(rulebook: &Rulebook) -> String {
    let values = rulebook.parameters.iter().flat_map(|parameter| &parameter.values);
    let tables = [
        table([rulebook], |row, head| {
            row.text(&head.id).text(&head.version).put(head.published).put(head.scheme_from);
        }),
        table(&rulebook.methods, |row, method| {
            row.text(&method.id).put(method.from);
        }),
        table(values, |row, value| {
            row.put(value.from).put(value.amount).put(value.source).place(Grade::ALL, value.grade);
        }),
        table(&rulebook.parameters, |row, Parameter { id, unit, method, values, .. }| {
            row.text(id).place(Unit::ALL, *unit).put(method).put(values.len());
        }),
        table(&rulebook.actions, |row, action| {
            row.text(&action.id).label(&action.label).place(CountedBy::ALL, action.counted_by);
            row.maybe(action.carbon).maybe(action.award);
        }),
        table(&rulebook.products, |row, product| {
            row.text(&product.id).label(&product.label).maybe(product.limit).place(Basis::ALL, product.basis);
            row.text(if product.solvent { "solvent" } else { "" });
            row.text(if product.repaints { "repaints" } else { "" }).text(&product.displaces.join(" "));
        }),
        table(&rulebook.displaced, |row, displaced| {
            row.text(&displaced.id).put(displaced.content);
        }),
        table([rulebook], |row, rulebook| {
            for formula in Formula::ALL {
                row.put(rulebook.formula(*formula));
            }
            for key in Key::ALL {
                row.put(rulebook.key_index(*key));
            }
            for mode in Mode::ALL {
                row.maybe(rulebook.mode_factor(*mode));
            }
            for mode in Mode::ALL {
                row.maybe(rulebook.distance_limit(*mode));
            }
        }),
    ];
    tables.join("\n")
}

/// What it is looked into with.
fn words(rulebook: &Rulebook) -> String {
    let values = rulebook.parameters.iter().flat_map(|parameter| &parameter.values);
    let tables = [
        table([rulebook], |row, head| {
            row.label(&head.title).label(&head.status).label(&head.change_note);
        }),
        table(&rulebook.methods, |row, method| {
            row.label(&method.title);
        }),
        table(&rulebook.sources, |row, source| {
            row.text(&source.id).text(&source.title).text(&source.issuer).maybe(source.number.as_deref());
            row.text(&source.clause).maybe(source.link.as_deref()).maybe(source.issued).maybe(source.in_force);
            row.put(source.consulted).maybe_label(source.note.as_ref());
        }),
        table(values, |row, value| {
            row.maybe_label(value.note.as_ref()).maybe(value.review_by);
        }),
        table(&rulebook.parameters, |row, parameter| {
            row.label(&parameter.label);
        }),
        table(&rulebook.actions, |row, action| {
            row.label(&action.hint);
        }),
        table(&rulebook.displaced, |row, displaced| {
            row.label(&displaced.label);
        }),
    ];
    tables.join("\n")
}

/// A table: how many rows and columns it has, and its cells column by column.
fn table<T>(rows: impl IntoIterator<Item = T>, write: impl Fn(&mut Row, T)) -> String {
    let rows: Vec<Row> = rows
        .into_iter()
        .map(|from| {
            let mut row = Row::default();
            write(&mut row, from);
            row
        })
        .collect();
    let columns = rows.first().map_or(0, |row| row.0.len());
    let mut lines = vec![rows.len().to_string(), columns.to_string()];
    lines.extend((0..columns).flat_map(|column| rows.iter().filter_map(move |row| row.0.get(column).cloned())));
    lines.join("\n")
}

/// The cells of a row, from left to right.
#[derive(Default)]
struct Row(Vec<String>);

impl Row {
    fn put(&mut self, cell: impl Display + Copy) -> &mut Self {
        self.text(&cell.to_string())
    }

    fn text(&mut self, cell: &str) -> &mut Self {
        assert!(!cell.contains('\n'), "a text of the built-in rulebook must be one line: {cell}");
        self.0.push(cell.to_owned());
        self
    }

    fn maybe(&mut self, cell: Option<impl Display + Copy>) -> &mut Self {
        self.text(&cell.map_or_else(String::new, |cell| cell.to_string()))
    }

    fn label(&mut self, label: &Label) -> &mut Self {
        self.text(&label.zh).text(&label.en)
    }

    fn maybe_label(&mut self, label: Option<&Label>) -> &mut Self {
        self.label(label.unwrap_or(&Label::default()))
    }

    /// The place of a word in its closed set.
    fn place<T: PartialEq + Copy>(&mut self, all: &[T], word: T) -> &mut Self {
        self.maybe(all.iter().position(|known| *known == word))
    }
}
