//! `make bench-hostile`: what the worst inputs of 64 KB take, in milliseconds and in bytes of memory, and where folders
//! are named, what is in them under the names of the targets. Fails if anything takes more than it may.

use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs, io};

use hostile::{ENTRANCES, Entrance, MOST_HEAP, heap_of, worst};

/// Longest that an input of 64 KB may take.
const MOST: Duration = Duration::from_millis(50);

/// How often it is tried; the least counts, for a machine does other things, too.
const TIMES: usize = 5;

/// How exactly the processor's time is known.
const TICK: Duration = Duration::from_millis(4);

struct Measured {
    name: String,
    bytes: usize,
    took: Duration,
    heap: usize,
}

fn measured(name: &str, entrance: Entrance, data: &[u8]) -> Measured {
    let heap = heap_of(entrance, data);
    let mut took = Duration::MAX;
    for _ in 0..TIMES {
        let (begun, before) = (Instant::now(), on_processor());
        entrance(data);
        // The finer clock, unless others had the processor meanwhile.
        took = took.min(begun.elapsed().min(on_processor().saturating_sub(before) + TICK));
        if took < MOST / 4 {
            break;
        }
    }
    Measured { name: name.to_owned(), bytes: data.len(), took, heap }
}

/// What this thread has had of a processor; what else the machine does is not counted.
fn on_processor() -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(told.split(' ').next().and_then(|nanoseconds| nanoseconds.parse().ok()).unwrap_or(0))
}

fn main() -> io::Result<()> {
    let folders: Vec<String> = env::args().skip(1).collect();
    let every = env::var_os("EVERY").is_some();
    let mut over = 0;
    println!("{:<12} {:>7} {:>9} {:>9}  slowest; largest", "target", "inputs", "ms", "MB");
    for (target, entrance) in ENTRANCES {
        let mut all: Vec<Measured> = Vec::new();
        for (name, data) in worst::for_target(target) {
            all.push(measured(name, entrance, &data));
        }
        for folder in &folders {
            let Ok(files) = fs::read_dir(Path::new(folder).join(target)) else { continue };
            for file in files {
                let path = file?.path();
                // A run that is under way puts smaller inputs in the place of larger ones.
                let Ok(data) = fs::read(&path) else { continue };
                all.push(measured(&path.display().to_string(), entrance, &data));
            }
        }
        let count = all.len();
        let largest = all.iter().max_by_key(|one| one.heap).map(|one| (one.name.clone(), one.heap)).unwrap_or_default();
        all.sort_by_key(|one| std::cmp::Reverse(one.took));
        let Some(slowest) = all.first() else { continue };
        let megabytes = |bytes: usize| bytes as f64 / 1_048_576.0;
        let milliseconds = |took: Duration| took.as_secs_f64() * 1_000.0;
        println!(
            "{target:<12} {count:>7} {:>9.2} {:>9.2}  {}; {}",
            milliseconds(slowest.took),
            megabytes(largest.1),
            slowest.name,
            largest.0
        );
        for one in &all {
            if one.took > MOST || one.heap > MOST_HEAP || every {
                over += usize::from(one.took > MOST || one.heap > MOST_HEAP);
                println!(
                    "  {:>9.2} ms {:>9.2} MB {:>7} bytes  {}",
                    milliseconds(one.took),
                    megabytes(one.heap),
                    one.bytes,
                    one.name
                );
            }
        }
    }
    println!("\nLines of 64 KB, each an input of its own:");
    for (name, data) in worst::lines() {
        let (count, one) =
            (data.iter().filter(|byte| **byte == b'\n').count(), measured(name, hostile::activity, &data));
        println!("  {:>9.2} µs each of {count}: {name}", one.took.as_secs_f64() * 1_000_000.0 / count as f64);
    }
    if over > 0 {
        Err(io::Error::other(format!("{over} inputs take more than {MOST:?} or {MOST_HEAP} bytes")))
    } else {
        Ok(())
    }
}
