#!/usr/bin/env bash
# Two builds of the same commit in different folders are the same, byte for byte; and nginx serves them as its configuration says.
# shellcheck source-path=SCRIPTDIR
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

[[ -f dist-npm/index.js ]] || die "there is no dist-npm/index.js: run \`make npm\` first."
node .ci/dist.mjs
node --test tests/hosting/*.test.mjs
here=$PWD
elsewhere=$(mktemp -d)
trap 'kill "${nginx:-}" 2>/dev/null || true; rm -rf "$elsewhere"' EXIT

say "Building it once more, in another folder"
# What is in the checkout now, so that a change is tested before it is committed.
git ls-files --cached --others --exclude-standard -z | xargs -0 tar cf - --ignore-failed-read 2>/dev/null | tar xf - -C "$elsewhere"
(cd "$elsewhere" && env -u CARGO_TARGET_DIR .ci/build.sh >/dev/null 2>&1 && env -u CARGO_TARGET_DIR .ci/npm.sh >/dev/null 2>&1 && node .ci/dist.mjs >/dev/null) || die "the page could not be built in another folder."
diff "$here/dist/SHA256SUMS" "$elsewhere/dist/SHA256SUMS" || die "two builds of the same sources differ in the files named above."
say "Both are the same, byte for byte"

say "nginx"
mkdir "$elsewhere/nginx"
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
# A copy, because a file in it is edited.
cp -r dist "$elsewhere/served"
sed "s#^root .*#root $elsewhere/served;#; s#/etc/nginx/#$NGINX_DIR/etc/nginx/#" static/hosting/nginx.conf >"$elsewhere/nginx/page.conf"
cat >"$elsewhere/nginx/nginx.conf" <<EOF
load_module $NGINX_DIR/usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off;
pid $elsewhere/nginx/pid;
error_log stderr;
events {}
http {
    access_log off;
    client_body_temp_path $elsewhere/nginx/body;
    proxy_temp_path $elsewhere/nginx/proxy;
    fastcgi_temp_path $elsewhere/nginx/fastcgi;
    uwsgi_temp_path $elsewhere/nginx/uwsgi;
    scgi_temp_path $elsewhere/nginx/scgi;
    server {
        listen 127.0.0.1:$port;
        include page.conf;
    }
}
EOF
if ((EUID == 0)); then sed -i '1i user root;' "$elsewhere/nginx/nginx.conf"; fi
"$NGINX_DIR/usr/sbin/nginx" -p "$elsewhere/nginx/" -c nginx.conf &
nginx=$!
node tests/hosting/headers.mjs "http://127.0.0.1:$port/" "$elsewhere/served"
# The newest of the old engines is a browser that needs no driver.
newest=${OLD_CHROMIUM##* }
node tests/hosting/examples.mjs "http://127.0.0.1:$port/" "${newest%%:*}"
