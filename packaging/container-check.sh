#!/usr/bin/env bash
# Runs the steps of the Dockerfile in namespaces, without Docker, and checks what comes of them: an unprivileged user, a
# read-only root file system, the health check, SIGTERM to process 1, and libraries for amd64 and arm64. This machine
# stands in for the base image. It needs util-linux, curl, Python 3 and a JDK 25: sudo packaging/container-check.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [ "${1:-}" != inside ]; then
  [ "$(id -u)" = 0 ] || { echo "container-check: must run as root, which may mount file systems" >&2; exit 77; }
  ./vidwiz version # builds it
  exec unshare --mount --propagation private "$0" inside
fi

work=$(mktemp -d)
root=$work/root
server=''
cleanup() { [ -z "$server" ] || kill -KILL "$server" 2> /dev/null || true; }
trap cleanup EXIT

pass() { echo "ok    $*"; }
fail() {
  echo "FAIL  $*" >&2
  [ ! -f "$work/log" ] || tail -n 30 "$work/log" >&2
  exit 1
}

# --- The image ---------------------------------------------------------------------------------------------------

mount -t tmpfs tmpfs "$work"
mkdir "$work/upper" "$work/work" "$root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$work/upper,workdir=$work/work" "$root"
mount --rbind /dev "$root/dev"
mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"

user=root folder=/ volumes=() variables=("PATH=$PATH" "JAVA_HOME=${JAVA_HOME:-}")
health=() entrypoint=() command=()

# Runs a command in the image, as the user and with the variables of the steps so far.
in_image() {
  env -i "${variables[@]}" unshare --wd="$folder" --root="$root" \
    setpriv --reuid="$user" --regid="$user" --clear-groups --no-new-privs --bounding-set=-all "$@"
}

step_RUN() { env -i "${variables[@]}" chroot "$root" "$@"; }
step_COPY() {
  case $2 in
    */) mkdir -p "$root$2" && cp -a "${1/#\/src/$PWD}$([ ! -d "${1/#\/src/$PWD}" ] || echo /.)" "$root$2" ;;
    *) cp -aT "${1/#\/src/$PWD}" "$root$2" ;;
  esac
}
step_ENV() { variables+=("$@"); }
step_USER() { user=$1; }
step_WORKDIR() { folder=$1; }
step_VOLUME() { volumes+=("$@"); }
step_EXPOSE() { :; }
step_HEALTHCHECK() { health=("$@"); }
step_ENTRYPOINT() { entrypoint=("$@"); }
step_CMD() { command=("$@"); }

# Prints a call of a function above for each step of the last stage of the Dockerfile.
steps() {
  python3 - << 'PYTHON'
import json, re, shlex
text = re.sub(r"^#.*\n", "", open("Dockerfile").read(), flags=re.M).replace("\\\n", " ")
for line in re.split(r"^FROM .*$", text, flags=re.M)[-1].strip().splitlines():
    if not line.strip():
        continue
    name, rest = line.split(None, 1)
    rest = re.sub(r"^(--\S+\s+)+", "", rest.strip())
    if name == "HEALTHCHECK":
        rest = rest.removeprefix("CMD").strip()
    if rest.startswith("["):
        words = json.loads(rest)
    elif name == "RUN":
        words = ["/bin/sh", "-c", rest]
    else:
        words = shlex.split(rest)
    print("step_" + name, shlex.join(words))
PYTHON
}

while read -r step; do eval "$step"; done < <(steps)
pass "all steps of the Dockerfile have run"

# --- The container -----------------------------------------------------------------------------------------------

mount -o remount,bind,ro "$root"
for volume in "${volumes[@]}"; do
  mount -t tmpfs -o "mode=$(stat -c %a "$root$volume"),uid=$(stat -c %u "$root$volume"),gid=$(stat -c %g "$root$volume")" \
    tmpfs "$root$volume"
done
! chroot "$root" touch /opt/vidwiz/new 2> "$work/refused" || fail "root can write to /opt/vidwiz"
grep -q 'Read-only file system' "$work/refused" || fail "$(cat "$work/refused")"
pass "the root file system is read-only"

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("", 0)); print(s.getsockname()[1])')
variables+=("PORT=$port" RATE_LIMIT_ENABLED=false WORKERS=none)
env -i "${variables[@]}" unshare --pid --fork --kill-child --mount-proc=/proc --wd="$folder" --root="$root" \
  setpriv --reuid="$user" --regid="$user" --clear-groups --no-new-privs --bounding-set=-all \
  "${entrypoint[@]}" "${command[@]}" > "$work/log" 2>&1 &
server=$!
for _ in $(seq 120); do
  ! in_image "${health[@]}" 2> /dev/null || break
  kill -0 "$server" 2> /dev/null || fail "the server has ended"
  sleep 0.5
done
in_image "${health[@]}" || fail "the health check fails"
pass "the health check succeeds"

init=$(cat "/proc/$server/task/$server/children")
init=${init%% *}
status() { sed -n "s/^$1:[[:space:]]*//p" "/proc/$init/status"; }
[ "$(status NSpid | awk '{print $NF}')" = 1 ] || fail "the server is not process 1: $(status NSpid)"
[ "$(status Name)" = java ] || fail "process 1 is $(status Name)"
pass "process 1 is the server itself"
[ "$(status Uid | awk '{print $1}')" = 10001 ] || fail "the user is $(status Uid)"
[ "$(status CapEff)" = 0000000000000000 ] || fail "it has the capabilities $(status CapEff)"
pass "it runs as user 10001 without capabilities"

json=(-sS --fail-with-body -H 'Content-Type: application/json')
address=http://127.0.0.1:$port
person='{"email": "ann@example.com", "password": "correct horse", "name": "Ann"}'
curl "${json[@]}" "$address/v2/auth/register" -d "$person" > /dev/null || fail "a user cannot register"
token=$(curl "${json[@]}" "$address/v2/auth/login" -d "$person" | cut -d '"' -f 4)
curl "${json[@]}" "$address/v2/videos/dQw4w9WgXcQ/notes" -H "Authorization: Bearer $token" \
  -d '{"timestamp": "0:42", "text": "a note"}' > /dev/null || fail "a note cannot be stored"
[ -s "$root/var/lib/vidwiz/vidwiz.db" ] || fail "the volume has no database"
pass "a user registers and takes a note, which is in the volume"

begin=$(date +%s%N)
kill -TERM "$init"
exit=0
wait "$server" || exit=$?
server=''
[ "$exit" = 0 ] || fail "exit status $exit after SIGTERM"
pass "SIGTERM ends it with status 0 after $((($(date +%s%N) - begin) / 1000000)) ms"
! grep -E ' (WARN|ERROR) |[Rr]ead-only' "$work/log" || fail "the log has warnings"
pass "the log has no warnings"

# --- Both architectures ------------------------------------------------------------------------------------------

python3 - "$root/opt/vidwiz/bootstrap/target" << 'PYTHON' || fail "a library lacks an architecture"
import pathlib, sys, zipfile
lacking = 0
for jar in pathlib.Path(sys.argv[1]).rglob("*.jar"):
    native = [name for name in zipfile.ZipFile(jar).namelist() if name.endswith(".so")]
    for kind in ({"amd64", "x86_64"}, {"arm64", "aarch64"}):
        if native and not any(kind & set(name.replace("-", "/").replace(".", "/").split("/")) for name in native):
            print(jar.name, "has no library for", *kind, file=sys.stderr)
            lacking += 1
    if native:
        print("     ", jar.name, "brings native libraries")
sys.exit(lacking > 0)
PYTHON
pass "what is native is there for amd64 and arm64"
