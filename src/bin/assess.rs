//! `assess`: one activity as JSON per line in, one assessment per line out, in order.
//!
//! For districts, auditors and tests; the page computes with the same library. Every answer has the same
//! members, first the number of its line. A bad line is answered `rejected`, worth zero, and does not stop the run.
//! Blank lines give nothing but are counted, so line numbers are those of the file.
//!
//! With `--ledger` the lines, or a file exported by the page, are accounts, and a last line has their totals.
//!
//! With `--verify` it works out again what such a file says, and checks its digests.
//!
//! With `--keygen` and `--issue` it makes an issuer's key and signs receipts with it.
//!
//! With `--check` it says what is wrong with a rulebook or a district's rules, and with `--schema` it writes their JSON
//! Schema; then nothing is assessed.
//!
//! Exit status: 0 when every line was answered, whatever the answers; 1 when reading or writing failed, or `--verify`
//! found a difference, something that it could not check, or an entry that counts as verified without proof; 2 when the
//! rulebook, the district, the arguments or a file exported by the page are unusable.

#[cfg(not(target_arch = "wasm32"))]
#[path = "assess/command.rs"]
mod command;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    command::run()
}

/// In a browser there is no command line; but Cargo compiles every binary for the tests that run there.
#[cfg(target_arch = "wasm32")]
fn main() {}
