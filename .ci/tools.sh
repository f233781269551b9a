#!/usr/bin/env bash
# Installs what is missing, and only that.
#   tools.sh build   what `make build` needs: Rust toolchain, Trunk, wasm-bindgen, wasm-split, wasm-opt, esbuild
#   tools.sh test    in addition what `make test` needs: three browsers and their drivers, TypeScript, old engines, cargo-deny, cargo-fuzz
#   tools.sh deny    what `make deny` needs: the Rust toolchain and cargo-deny
#   tools.sh fuzz    what `make fuzz` needs: the Rust toolchain, a C++ compiler and cargo-fuzz
#   tools.sh peers   what `make bench-peers` needs: in addition to build, Publicodes
# Built tools are kept in $CARBON_POINTS_TOOLS (default: the user's cache folder), where every clone finds them.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

# --- Debian packages -------------------------------------------------------------------------------------------------

# packages WHAT command:package…  installs the packages whose commands are missing (a|b: either command will do).
packages() {
    local what=$1 need command packages=()
    shift
    for need in "$@"; do
        command=${need%%:*}
        has "${command%%|*}" || has "${command##*|}" || packages+=("${need#*:}")
    done
    if has fc-list && [[ $what == testing ]] && [[ -z $(fc-list :lang=zh-cn family) ]]; then packages+=(fonts-noto-cjk); fi
    if ((${#packages[@]} == 0)); then return; fi

    local as_root=()
    if ((EUID != 0)); then as_root=(sudo -n); fi
    if ! has apt-get || { ((EUID != 0)) && ! sudo -n true 2>/dev/null; }; then
        die "$what needs packages that only an administrator can install; ask for: sudo apt-get install ${packages[*]}"
    fi
    say "Installing Debian packages: ${packages[*]}"
    "${as_root[@]}" apt-get -o DPkg::Lock::Timeout=600 -qq update
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 \
        -qq -y --no-install-recommends install "${packages[@]}" </dev/null
}

# --- Rust ------------------------------------------------------------------------------------------------------------

# toolchain KEY  the value of a key in rust-toolchain.toml, one word a line.
toolchain() { sed -n "s/^$1 *= *//p" rust-toolchain.toml | tr -d '[]",' | tr ' ' '\n' | sed '/^$/d'; }

rust() {
    has rustup || die "Rust is missing: install rustup as https://rustup.rs says, open a new shell, and run this again."
    local channel installed item
    channel=$(toolchain channel)
    if ! rustup toolchain list | grep -q "^$channel-"; then
        say "Installing Rust $channel"
        rustup toolchain install "$channel" --profile minimal --no-self-update
    fi
    installed=$(rustup component list --toolchain "$channel" --installed)
    for item in $(toolchain components); do
        grep -q "^$item\(-\|$\)" <<<"$installed" || rustup component add --toolchain "$channel" "$item"
    done
    for item in $(toolchain targets); do
        grep -q "^rust-std-$item$" <<<"$installed" || rustup target add --toolchain "$channel" "$item"
    done
}

# --- Tools built or unpacked once for all clones -----------------------------------------------------------------------

# at_version COMMAND VERSION  is the command there, and of that version?
at_version() { [[ -x $1 && " $("$1" --version 2>/dev/null | head -n 1) " == *" $2 "* ]]; }

# built CRATE VERSION FOLDER COMMAND  did Cargo put this version there, and does it start? (Not every tool knows its version.)
built() { grep -qsF "\"$1 $2 " "$3/.crates.toml" && "$3/bin/$4" --help >/dev/null 2>&1; }

# cargo_tool CRATE VERSION FOLDER COMMAND [cargo install options]
cargo_tool() {
    local tool=("${@:1:4}") crate=$1 version=$2 folder=$3
    shift 4
    if built "${tool[@]}"; then return; fi
    lock
    if built "${tool[@]}"; then return; fi
    say "Building $crate $version into $folder (once; some minutes)"
    env -u RUSTFLAGS -u CARGO_ENCODED_RUSTFLAGS -u CARGO_TARGET_DIR -u CARGO_BUILD_TARGET \
        cargo install "$crate" --version "=$version" --root "$folder" --force --quiet "$@"
    built "${tool[@]}" || die "$crate $version did not get into $folder: delete that folder and run this again."
}

wasm_opt() { from_npm wasm-opt "$BINARYEN_DIR" binaryen "$BINARYEN_VERSION" "${BINARYEN_VERSION%%.*}"; }

esbuild() { from_npm esbuild "$ESBUILD_DIR" esbuild "$ESBUILD_VERSION" "$ESBUILD_VERSION"; }

typescript() { from_npm tsc "$TYPESCRIPT_DIR" typescript "$TYPESCRIPT_VERSION" "$TYPESCRIPT_VERSION"; }

# from_npm COMMAND DIRECTORY PACKAGE VERSION SAID  installs a package; SAID is the version as the command says it.
from_npm() {
    local command=$2/node_modules/.bin/$1
    if at_version "$command" "$5"; then return; fi
    lock
    if at_version "$command" "$5"; then return; fi
    say "Installing $3 $4 into $2"
    mkdir -p "$2"
    npm install --silent --no-audit --no-fund --prefix "$2" "$3@$4"
    at_version "$command" "$5" || die "$command is not version $5: delete $2 and run this again."
}

# lock  waits for another clone that is installing; held until this script ends.
lock() {
    if [[ -n ${locked:-} ]]; then return; fi
    mkdir -p "$TOOLS"
    exec 9>"$TOOLS/.lock"
    flock --nonblock 9 || { say "Waiting for another installation into $TOOLS to finish" && flock 9; }
    locked=yes
}

wasm_bindgen_as_locked() {
    local wanted
    wanted=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p}' Cargo.lock)
    [[ $wanted == "$WASM_BINDGEN_VERSION" ]] ||
        die "Cargo.lock has wasm-bindgen ${wanted:-(none)} but .ci/versions.env pins $WASM_BINDGEN_VERSION: set WASM_BINDGEN_VERSION to the version in Cargo.lock."
}

build_tools() {
    packages building cc:gcc node:nodejs npm:npm flock:util-linux
    rust
    wasm_bindgen_as_locked
    cargo_tool trunk "$TRUNK_VERSION" "$TRUNK_DIR" trunk --locked
    # Without --locked: the lock file of this release names a crate version that has been withdrawn.
    cargo_tool wasm-bindgen-cli "$WASM_BINDGEN_VERSION" "$WASM_BINDGEN_DIR" wasm-bindgen
    cargo_tool wasm_split_cli_support "$WASM_SPLIT_VERSION" "$WASM_SPLIT_DIR" wasm-split-cli --locked --features build-binary
    wasm_opt
    esbuild
}

# Not optimised: it reads one lock file, and to build it as it is released would take many times as long.
cargo_deny() {
    CARGO_PROFILE_DEV_DEBUG=0 cargo_tool cargo-deny "$CARGO_DENY_VERSION" "$CARGO_DENY_DIR" cargo-deny --locked --debug
}

# Not optimised either: it starts the compiler and the targets.
cargo_fuzz() {
    packages fuzzing c++:g++
    CARGO_PROFILE_DEV_DEBUG=0 cargo_tool cargo-fuzz "$CARGO_FUZZ_VERSION" "$CARGO_FUZZ_DIR" cargo-fuzz --locked --debug
}

# What our engine is measured against, and the reader of its models; they have no command of their own.
publicodes() {
    if [[ -d $PUBLICODES_DIR/node_modules/publicodes ]]; then return; fi
    lock
    say "Installing publicodes $PUBLICODES_VERSION into $PUBLICODES_DIR"
    npm install --silent --no-audit --no-fund --prefix "$PUBLICODES_DIR" "publicodes@$PUBLICODES_VERSION" "yaml@$YAML_VERSION"
}

test_tools() {
    packages testing 'chromium|google-chrome:chromium' chromedriver:chromium-driver 'firefox-esr|firefox:firefox-esr' \
        WebKitWebDriver:webkit2gtk-driver Xvfb:xvfb fc-list:fontconfig fc-list:fonts-noto-cjk
    cargo_tool geckodriver "$GECKODRIVER_VERSION" "$GECKODRIVER_DIR" geckodriver --locked
    cargo_deny
    cargo_fuzz
    typescript
    old_engines
    server
    # Looks at every screen for what would keep somebody out.
    if [[ ! -f $AXE_CORE ]]; then
        lock
        npm install --silent --no-audit --no-fund --prefix "$AXE_DIR" "axe-core@$AXE_VERSION"
    fi
}

# nginx, unpacked and not installed: installing it would start a server on this machine.
server() {
    if [[ -x $NGINX_DIR/usr/sbin/nginx ]]; then return; fi
    lock
    if [[ -x $NGINX_DIR/usr/sbin/nginx ]]; then return; fi
    say "Unpacking nginx into $NGINX_DIR"
    rm -rf "$NGINX_DIR"
    mkdir -p "$NGINX_DIR"
    (
        cd "$NGINX_DIR"
        apt-get -qq download nginx nginx-common libnginx-mod-http-brotli-static
        for package in *.deb; do dpkg-deb -x "$package" .; done
        rm ./*.deb
    )
}

# Chromium as old phones and mall hardware have it, each in a folder named after its number, and what drives them.
old_engines() {
    local engine number version folder
    if [[ ! -d $OLD_ENGINES_DIR/node_modules/puppeteer-core ]]; then
        lock
        npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$OLD_ENGINES_DIR" "puppeteer-core@$PUPPETEER_VERSION"
    fi
    for engine in $OLD_CHROMIUM; do
        number=${engine%%:*} version=${engine#*:} folder=$OLD_ENGINES_DIR/$number
        if [[ -f $folder/$version ]]; then continue; fi
        lock
        if [[ -f $folder/$version ]]; then continue; fi
        say "Unpacking Chromium $number into $folder"
        rm -rf "$folder"
        mkdir -p "$folder"
        (cd "$folder" && npm pack --silent "chrome-aws-lambda@$version" >/dev/null && tar xzf ./*.tgz --strip-components=2 package/bin)
        node .ci/unpack.mjs "$folder"
        rm "$folder"/*.tgz "$folder"/*.br
        touch "$folder/$version"
    done
}

case ${1:-} in
build) build_tools ;;
test)
    build_tools
    test_tools
    ;;
deny)
    packages checking cc:gcc flock:util-linux
    rust
    cargo_deny
    ;;
fuzz)
    packages fuzzing cc:gcc flock:util-linux
    rust
    cargo_fuzz
    ;;
peers)
    build_tools
    publicodes
    ;;
*) die "say what the tools are for: .ci/tools.sh build, test, deny, fuzz or peers" ;;
esac
