//! A batch: very many lines, each by itself, on every core, with as much memory for ten million as for ten thousand.
//!
//! What is said of a line is what [`super::Assessor`] says, with members left out: no method, no notes, no steps, and of a
//! reason its code and field. A line that was refused keeps its reasons in full, because somebody has to correct it.
//!
//! The lines are read in blocks. Whichever core is free works a block out; they are written in the order in which they were
//! read. A block waits to be read until there is room, so a slow reader of the answers slows everything down and fills nothing.

mod blocks;
mod lean;
mod sums;

use std::io::{self, BufRead as _, Read, Write};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::domain::methodology::Worth;
use crate::domain::reason::Reason;
use crate::domain::rulebook::Rulebook;

use super::lines::Line;
use super::{id, most_bytes};
use blocks::{Block, Blocks};
pub use sums::Sums;

/// Blocks under way for each core: one at work, one waiting for a core, and some waiting for one before them.
const BLOCKS_A_CORE: usize = 4;

/// Lines to be answered under one rulebook, as on one day.
#[derive(Clone, Copy, Debug)]
pub struct Batch<'r> {
    rulebook: &'r Rulebook,
    today: Date,
}

/// A block, answered.
struct Answered {
    text: Vec<u8>,
    sums: Sums,
}

impl<'r> Batch<'r> {
    /// `today` is the day after which nothing can have happened.
    pub fn new(rulebook: &'r Rulebook, today: Date) -> Self {
        Self { rulebook, today }
    }

    /// Answers every line in order on so many threads (0: as many as there are cores), and sums them up; without `output`
    /// they are only summed up. Fails only if reading or writing does.
    pub fn answer_each(&self, input: impl Read, output: Option<impl Write + Send>, threads: usize) -> io::Result<Sums> {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build().map_err(io::Error::other)?;
        let (queue, answers) = sync_channel(BLOCKS_A_CORE * pool.current_num_threads());
        let told = output.is_some();
        thread::scope(|scope| {
            let writer = scope.spawn(move || write(&answers, output));
            let read = self.read(input, told, &pool, |answer| queue.send(answer).is_ok());
            drop(queue);
            let written = writer.join().map_err(|_| io::Error::other("the writer stopped"))?;
            // Who cannot write any more is the reason why reading ended.
            written.and_then(|sums| read.map(|()| sums))
        })
    }

    /// Hands every block to the pool, and what it will come to to `queue`, in order, until that takes no more.
    fn read(
        &self,
        input: impl Read,
        told: bool,
        pool: &ThreadPool,
        queue: impl Fn(Receiver<Answered>) -> bool,
    ) -> io::Result<()> {
        let mut blocks = Blocks::new(input, most_bytes());
        pool.in_place_scope_fifo(|scope| {
            while let Some(block) = blocks.next()? {
                let (send, receive) = sync_channel(1);
                if !queue(receive) {
                    break;
                }
                scope.spawn_fifo(move |_| {
                    // It fails only if nobody waits for it any more.
                    let _ = send.send(self.answer(&block, told));
                });
            }
            Ok(())
        })
    }

    fn answer(&self, block: &Block, told: bool) -> Answered {
        let mut worth = Worth::new(self.rulebook, self.today);
        let mut answered = Answered { text: Vec::new(), sums: Sums::default() };
        if told {
            answered.text.reserve(block.bytes.len() * 2);
        }
        let mut rest = block.bytes.as_slice();
        for number in block.first.. {
            let from = rest;
            // A slice is read without fail.
            let length = rest.skip_until(b'\n').unwrap_or(0);
            let Some(line) = from.get(..length).filter(|line| !line.is_empty()) else { break };
            let line = Line::of(line.strip_suffix(b"\n").unwrap_or(line), number == 1, most_bytes());
            if line.is_blank() {
                continue;
            }
            let (id, assessed) = assess(&line, &mut worth);
            answered.sums.count(&assessed);
            if told {
                lean::write(number, id.as_deref(), &assessed, self.rulebook, &mut answered.text);
            }
        }
        answered
    }
}

/// What a line is worth, with the id it gives itself.
fn assess(line: &Line<'_>, worth: &mut Worth<&Rulebook>) -> (Option<String>, Result<Assessment, Vec<Reason>>) {
    let json = match line.json() {
        Ok(json) => json,
        Err(reason) => return (None, Err(vec![reason])),
    };
    match worth.of_json(&json) {
        Ok((id, assessment)) => (id, Ok(assessment)),
        Err(reasons) => (id(&json).map(str::to_owned), Err(reasons)),
    }
}

/// Writes what was answered in the order of the queue, and sums it up.
fn write(answers: &Receiver<Receiver<Answered>>, mut output: Option<impl Write>) -> io::Result<Sums> {
    let mut sums = Sums::default();
    // An answer that does not come is one whose thread has stopped; then the reader tells.
    for answered in answers.iter().filter_map(|answer| answer.recv().ok()) {
        sums.add(&answered.sums);
        if let Some(output) = &mut output {
            output.write_all(&answered.text)?;
        }
    }
    if let Some(output) = &mut output {
        output.flush()?;
    }
    Ok(sums)
}
