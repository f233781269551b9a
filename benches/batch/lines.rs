//! Lines as a district's batch has them: most of them trips, then everyday actions, bills and purchases, and one in a hundred
//! that is no good. `lines SEED COUNT` prints the same ones for the same seed, on every machine.
#![allow(missing_docs, clippy::expect_used)]

use std::fmt::Write as _;
use std::io::{self, BufWriter, Write as _};

const USAGE: &str = "usage: lines SEED COUNT";
/// Bytes that are kept before they are written.
const BUFFER: usize = 1 << 20;

fn main() -> io::Result<()> {
    let numbers: Vec<u64> = std::env::args().skip(1).map(|number| number.parse().expect(USAGE)).collect();
    let [seed, count] = *numbers.as_slice() else { panic!("{USAGE}") };
    let mut output = BufWriter::with_capacity(BUFFER, io::stdout().lock());
    let (mut dice, mut line) = (Dice(seed), String::new());
    for number in 1..=count {
        line.clear();
        if dice.below(100) == 0 {
            output.write_all(bad(&mut dice, number, &mut line))?;
        } else {
            good(&mut dice, number, &mut line).expect("texts take everything");
            output.write_all(line.as_bytes())?;
        }
        output.write_all(b"\n")?;
    }
    output.flush()
}

/// `SplitMix64`: small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A whole number below another.
    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    fn one_of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        let place = usize::try_from(self.below(words.len() as u64)).unwrap_or_default();
        words.get(place).copied().unwrap_or_default()
    }

    /// Tenths of a unit, from one on.
    fn tenths(&mut self, most: u64) -> String {
        let tenths = 1 + self.below(most * 10);
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

type Written = std::fmt::Result;

fn good(dice: &mut Dice, number: u64, line: &mut String) -> Written {
    let (month, day) = (1 + dice.below(10), 1 + dice.below(28));
    write!(line, r#"{{"id":"r{number:08}","date":"2026-{month:02}-{day:02}","#)?;
    if dice.below(5) == 0 {
        line.push_str(r#""evidence":"verified","#);
    }
    match dice.below(100) {
        0..60 => trip(dice, line)?,
        60..75 => action(dice, line)?,
        75..85 => bill(dice, month, line)?,
        85..92 => purchase(dice, line)?,
        92..95 => write!(line, r#""kind":"car_free","hours":{},"power":"bev""#, 24 + dice.below(100))?,
        95..97 => {
            write!(line, r#""kind":"refuel","litres":{},"time":"{}:30""#, 20 + dice.below(40), 18 + dice.below(6))?;
        }
        97..99 => write!(line, r#""kind":"solar","self_consumed_kwh":"{}""#, dice.tenths(300))?,
        _ => write!(
            line,
            r#""kind":"appliance","appliance":"air_conditioner","cooling_kw":"3.5","apf":"{}","replaced_apf":"3.3""#,
            4 + dice.below(3)
        )?,
    }
    line.push('}');
    Ok(())
}

fn trip(dice: &mut Dice, line: &mut String) -> Written {
    line.push_str(r#""kind":"trip","legs":["#);
    for leg in 0..=dice.below(3) {
        let mode = dice.one_of(&["walk", "walk", "bike", "bus", "bus", "rail", "rail", "rail", "ebike", "taxi"]);
        let between = if leg > 0 { "," } else { "" };
        write!(line, r#"{between}{{"mode":"{mode}","km":"{}"}}"#, dice.tenths(40))?;
    }
    line.push(']');
    Ok(())
}

fn action(dice: &mut Dice, line: &mut String) -> Written {
    let action = dice.one_of(&["no_cutlery", "clean_plate", "own_bag", "e_invoice", "tree_planting"]);
    write!(line, r#""kind":"action","action":"{action}","count":{}"#, 1 + dice.below(5))
}

fn bill(dice: &mut Dice, month: u64, line: &mut String) -> Written {
    let utility = dice.one_of(&["electricity", "gas", "water"]);
    let (usage, before) = (dice.tenths(300), dice.tenths(300));
    write!(
        line,
        r#""kind":"utility","utility":"{utility}","start":"2026-{month:02}-01","end":"2026-{month:02}-28","usage":"{usage}","baseline_usage":"{before}","baseline_days":31"#
    )
}

fn purchase(dice: &mut Dice, line: &mut String) -> Written {
    if dice.below(2) == 0 {
        let (amount, voc) = (dice.tenths(30), dice.tenths(60));
        return write!(
            line,
            r#""kind":"purchase","category":"interior_wall_coating","amount":"{amount}","unit":"L","voc":"{voc}","voc_unit":"g/L","basis":"less_water","mode":"below_limit""#
        );
    }
    let (category, amount) = (dice.one_of(&["hairspray", "air_freshener_gel"]), 100 + dice.below(400));
    write!(
        line,
        r#""kind":"purchase","category":"{category}","amount":{amount},"unit":"g","voc":"{}","voc_unit":"percent","basis":"as_supplied","mode":"below_limit""#,
        dice.tenths(5)
    )
}

/// A line that has to be refused: cut off, of no known kind, impossible, too far, no text.
fn bad<'l>(dice: &mut Dice, number: u64, line: &'l mut String) -> &'l [u8] {
    let text = match dice.below(5) {
        0 => r#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"#,
        1 => r#"{"kind":"flight","date":"2026-07-15"}"#,
        2 => r#"{"kind":"action","date":"2026-02-30","action":"own_bag","count":1}"#,
        3 => r#"{"kind":"trip","date":"2026-07-15","legs":[{"mode":"bus","km":"99999"}],"points":9}"#,
        _ => return b"\xff\xfe\xfd",
    };
    write!(line, "{text}{}", if number.is_multiple_of(2) { " " } else { "" }).expect("texts take everything");
    line.as_bytes()
}
