//! The published JSON Schemas (2020-12), made of the tables and closed sets that the strict loader reads with.
//!
//! A schema helps an operator's editor; the loader decides. What a schema cannot say is listed in its description.

use super::bound::Bound;
use super::form::{self, Field, Form};
use super::key::Key;
use super::load::SCHEMA;
use super::parameter::Grade;
use super::shape::Section;
use crate::domain::json::Json;
use crate::domain::unit::Unit;

/// What a whole file is, for people.
pub(in crate::domain) struct About {
    /// What the schema is called; no address, so that nobody fetches it.
    pub(in crate::domain) id: &'static str,
    pub(in crate::domain) title: &'static str,
    pub(in crate::domain) description: &'static str,
}

const RULEBOOK: About = About {
    id: "urn:carbon-points:schema:rulebook",
    title: "碳惠账本规则集 Rulebook",
    description: "一个版本的规则集。本模式说不出来的，由 assess --check 检查：键不重复；标识不重复；引用的条目存在；每条方法、出处、参数都用到；\
        单位适合用途；数值在范围内（整数的参数本模式能查）；日期先后有序且真实存在；没有空缺的日子；与前值相差十倍要写备注；每个行动和产品都能得到减排或积分。 \
        One version of a rulebook. What this schema cannot say is checked by assess --check: keys and ids given once; \
        references that lead somewhere; every method, source and parameter used; units that fit their use; amounts in \
        their range (that whole ones are whole, it can say); days that exist, in order, without gaps; a note for a tenfold step; actions and products that can \
        earn something.",
};

/// The schema of a rulebook file.
pub fn rulebook() -> Json {
    document(&RULEBOOK, &form::rulebook(), &entries())
}

/// The definitions that rulebooks and overlays share, by section.
pub(in crate::domain) fn entries() -> Vec<(Section, Vec<Field>)> {
    vec![
        (Section::Methods, form::method()),
        (Section::Sources, form::source()),
        (Section::Parameters, form::parameter()),
        (Section::Actions, form::action()),
        (Section::Products, form::product()),
        (Section::Displaced, form::displaced()),
    ]
}

/// A schema document: the whole file, and a definition for the entries of each of its sections.
pub(in crate::domain) fn document(about: &About, root: &[Field], sections: &[(Section, Vec<Field>)]) -> Json {
    let mut defs = vec![
        ("label".to_owned(), titled("中文和英文的文字 A text in both languages", object(&form::label()))),
        ("value".to_owned(), titled("从某天起的数值 A number from a day on", value())),
    ];
    for (section, fields) in sections {
        let used = root.iter().any(|field| matches!(field.form, Form::Entries(entries) if entries == *section));
        if used {
            defs.push((section.as_str().to_owned(), titled(entry(*section), whole(*section, object(fields)))));
        }
    }
    let mut members = vec![
        ("$schema".to_owned(), text("https://json-schema.org/draft/2020-12/schema")),
        ("$id".to_owned(), text(about.id)),
        ("title".to_owned(), text(about.title)),
        ("description".to_owned(), text(about.description)),
    ];
    members.extend(members_of(object(root)));
    members.push(("$defs".to_owned(), Json::Object(defs)));
    Json::Object(members)
}

/// What an entry of a section is.
fn entry(section: Section) -> &'static str {
    match section {
        Section::Methods => "方法：一种算法，从某天起用 A calculation, used from a day on",
        Section::Sources => "出处：数值公布在哪里 Where a number is published",
        Section::Parameters => "参数：一个数，按日期取值 A number with its values through time",
        Section::Actions => {
            "日常行动：有公布的减排量，或者给固定积分 An act with published grams, or with a fixed award"
        }
        Section::Products => "购买类别 A kind of product bought",
        Section::Displaced => "被替代的产品 A product that a purchase stands in for",
        Section::Policy => "基础规则集里一个政策参数的新值 New values of a policy parameter of the base rulebook",
        Section::Scenes => "场景：区里的计划点名要做的 Something that the district's plan asks for",
        Section::Merchants => "商家：写上它的记录另得固定积分 A merchant: acts that name it earn fixed points besides",
        Section::Issuers => "签发方：它签名的凭据算核实 Whose signed receipts count as verified",
        Section::Rewards => "奖励：积分能换的券，或者捐赠 A voucher or a donation that points can be spent on",
    }
}

fn titled(title: &str, schema: Json) -> Json {
    let mut members = vec![("title".to_owned(), text(title))];
    members.extend(members_of(schema));
    Json::Object(members)
}

/// An object with these keys and no others.
fn object(fields: &[Field]) -> Json {
    let properties = fields.iter().map(|field| (field.key.to_owned(), property(field)));
    let required = fields.iter().filter(|field| field.required).map(|field| text(field.key));
    Json::object([
        ("type", text("object")),
        ("properties", Json::Object(properties.collect())),
        ("required", Json::List(required.collect())),
        ("additionalProperties", Json::Bool(false)),
    ])
}

/// A dated value, which some grades oblige to explain itself.
fn value() -> Json {
    let mut members = members_of(object(&form::value()));
    let noted = Json::List(Grade::NOTED.iter().map(|grade| text(grade.as_str())).collect());
    let graded = Json::object([("properties", Json::object([("grade", Json::object([("enum", noted)]))]))]);
    let explained = Json::object([
        ("required", Json::List(vec![text("note")])),
        ("properties", Json::object([("note", definition("label"))])),
    ]);
    members.extend([("if".to_owned(), graded), ("then".to_owned(), explained)]);
    Json::Object(members)
}

/// Entries of a section, of which some have whole amounts only: those counted in pieces, known by their unit or, where
/// the unit stands elsewhere, by their id.
fn whole(section: Section, schema: Json) -> Json {
    let by_unit =
        || ("unit", words(Unit::ALL.iter().filter(|unit| Bound::of_unit(**unit).whole).map(|unit| unit.symbol())));
    let by_id = || ("id", words(Key::ALL.iter().filter(|key| key.bound().whole).map(|key| key.id())));
    let known = match section {
        Section::Parameters => vec![by_unit(), by_id()],
        Section::Policy => vec![by_id()],
        _ => return schema,
    };
    let nested = |name: &str, schema| Json::object([("properties", Json::object([(name, schema)]))]);
    let conditions = known.into_iter().map(|(key, words)| {
        let amounts = nested("amount", pattern("^(0|[1-9][0-9]*)$"));
        let then = nested("values", Json::object([("items", amounts)]));
        let when =
            Json::object([("properties", Json::object([(key, words)])), ("required", Json::List(vec![text(key)]))]);
        Json::object([("if", when), ("then", then)])
    });
    let mut members = members_of(schema);
    members.push(("allOf".to_owned(), Json::List(conditions.collect())));
    Json::Object(members)
}

/// What stands under a key; `null` is as good as an absent key.
fn property(field: &Field) -> Json {
    let form = stands(field.form);
    if field.required {
        return form;
    }
    Json::object([("anyOf", Json::List(vec![form, Json::object([("type", text("null"))])]))])
}

fn stands(form: Form) -> Json {
    match form {
        Form::Format => Json::object([("const", Json::Number(SCHEMA.to_owned()))]),
        Form::Id | Form::Reference(_) => pattern("^[a-z0-9._-]{1,60}$"),
        Form::Text => pattern(r"\S"),
        Form::Label => definition("label"),
        Form::Date => pattern("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
        Form::Link => pattern(r"^https?://[^/\s\x00-\x1f\x7f-\x9f][^\s\x00-\x1f\x7f-\x9f]*$"),
        Form::Amount => pattern(r"^(0|[1-9][0-9]*)(\.[0-9]{1,9})?$"),
        Form::Boolean => Json::object([("type", text("boolean"))]),
        Form::Unit => words(Unit::ALL.iter().map(|unit| unit.symbol())),
        Form::Word(known) => words(known.iter().copied()),
        Form::Words(known) => list(words(known.iter().copied()), true, true),
        Form::References(_) => list(stands(Form::Id), false, true),
        Form::Values => list(definition("value"), true, false),
        Form::Entries(section) => list(definition(section.as_str()), false, false),
        Form::PublicKey => pattern("^04[0-9a-f]{128}$"),
    }
}

fn pattern(pattern: &str) -> Json {
    Json::object([("type", text("string")), ("pattern", text(pattern))])
}

fn words(known: impl Iterator<Item = &'static str>) -> Json {
    Json::object([("enum", Json::List(known.map(text).collect()))])
}

fn list(items: Json, one_at_least: bool, each_once: bool) -> Json {
    let mut members = vec![("type".to_owned(), text("array")), ("items".to_owned(), items)];
    if one_at_least {
        members.push(("minItems".to_owned(), Json::Number("1".to_owned())));
    }
    if each_once {
        members.push(("uniqueItems".to_owned(), Json::Bool(true)));
    }
    Json::Object(members)
}

fn definition(name: &str) -> Json {
    Json::object([("$ref", Json::Text(format!("#/$defs/{name}")))])
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn members_of(json: Json) -> Vec<(String, Json)> {
    match json {
        Json::Object(members) => members,
        _ => Vec::new(),
    }
}
