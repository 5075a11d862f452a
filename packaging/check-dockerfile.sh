#!/usr/bin/env bash
# Runs the steps of the Dockerfile without Docker, in namespaces on the programs and the JDK of this machine, and checks
# what the image promises: an unprivileged user, a read-only root, and a process 1 that ends in time when it is told to.
# Run it as root on Linux: packaging/check-dockerfile.sh. It needs a JDK 25, Maven, curl and unzip.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ "$(id -u)" = 0 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 77; }

# In a mount namespace of its own, so that nothing remains mounted.
if [ -z "${INSIDE:-}" ]; then INSIDE=yes exec unshare --mount --propagation private "$0" "$@"; fi

port=${PORT:-5917}
folder=$(mktemp -d)
source=$folder/source root=$folder/root volume=$folder/volume
started=''
cleanup() {
  [ -z "$started" ] || kill -KILL "$started" 2> /dev/null || true
  umount -R "$root" 2> /dev/null || true
  rm -rf --one-file-system "$folder"
}
trap cleanup EXIT

fail() {
  echo "check-dockerfile: $*" >&2
  tail -n 30 "$folder"/*.log >&2 || true
  exit 1
}
passed() { echo "ok: $*"; }

# The instructions of a stage, one per line: the first stage is 1.
# Comments may be between the lines of an instruction.
stage() {
  sed -e '/^#/d' Dockerfile | sed -e ':a' -e '/\\$/{N;s/ *\\\n */ /;ba' -e '}' \
    | awk -v wanted="$1" '/^FROM/ {n++} n == wanted && NF'
}
argument() { stage 2 | sed -n "s/^$1 //p" | tail -n 1; }
# The words of ["a", "b"], one per line.
words() { sed -e 's/^\["//' -e 's/"\]$//' -e 's/", *"/\n/g' -e 's/\\\(["\\]\)/\1/g' <<< "$1"; }

java_home=${JAVA_HOME:-}
for candidate in ${java_home:+"$java_home"} /usr/lib/jvm/*; do
  if [ -x "$candidate/bin/java" ] && grep -qs '^JAVA_VERSION="2[5-9]' "$candidate/release"; then java_home=$candidate; break; fi
done
[ -x "$java_home/bin/java" ] || fail "no JDK 25 in JAVA_HOME or under /usr/lib/jvm"

# --- The first stage: COPY . . as .dockerignore has it, and the build ---------------------------------------------
mkdir -p "$source" "$root" "$volume"
tar --exclude-vcs --exclude='./.env' --exclude='./data' --exclude='./docs' --exclude='target' --exclude='src/test' -cf - . \
  | tar -xf - -C "$source"
build=$(stage 1 | sed -n 's/^RUN \(--[^ ]* \)*//p')
echo "$build"
(cd "$source" && JAVA_HOME=$java_home sh -c "$build") > "$folder/build.log" 2>&1 || fail "the build has failed"

# --- The second stage: the files of this machine stand for the base image -----------------------------------------
mount --bind "$root" "$root"
mkdir -p "$root"/{usr,etc,opt/java/openjdk,var/lib,proc,dev,tmp,root}
for name in bin lib lib64 sbin; do [ ! -L "/$name" ] || ln -s "usr/$name" "$root/$name"; done
mount --rbind /usr "$root/usr"
mount --rbind "$java_home" "$root/opt/java/openjdk"
mount --rbind /dev "$root/dev"
mount -t proc proc "$root/proc"
cp -a /etc/{passwd,group,shadow,gshadow,login.defs,ld.so.cache,nsswitch.conf,ssl} "$root/etc/" 2> /dev/null || true
image=(JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:/usr/sbin:/usr/bin:/sbin:/bin)

run() { env -i "${image[@]}" chroot "$root" "$@" >> "$folder/image.log" 2>&1 || fail "RUN $* has failed"; }
while IFS= read -r line; do
  case $line in
    'RUN ['*)
      mapfile -t command < <(words "${line#RUN }")
      run "${command[@]}"
      ;;
    RUN*) run /bin/sh -c "${line#RUN }" ;;
    COPY*)
      read -r _ _ from to <<< "$line"
      mkdir -p "$root$to"
      if [ -d "$source${from#/src}" ]; then from=$from/.; fi
      cp -r "$source${from#/src}" "$root$to"
      ;;
    ENV*) read -r -a variables <<< "${line#ENV }" && image+=("${variables[@]}") ;;
  esac
done < <(stage 2)
user=$(argument USER) data=$(argument VOLUME)
mapfile -t command < <(words "$(argument ENTRYPOINT)" && words "$(argument CMD)")
chown --reference="$root$data" "$volume"
[ -f "$root/opt/vidwiz/bootstrap/target/vidwiz.aot" ] || fail "no AOT cache: $(cat "$root/opt/vidwiz/bootstrap/target/train.log")"
passed "all steps, on $(uname -m)"

unzip -l "$root"/opt/vidwiz/bootstrap/target/lib/sqlite-jdbc-*.jar > "$folder/natives"
for platform in x86_64 aarch64; do
  grep -q "Linux/$platform/" "$folder/natives" || fail "no SQLite for $platform"
done
passed "the only native library is there for amd64 and arm64"

# --- A container: read-only, without capabilities, as process 1 ---------------------------------------------------
mount --bind "$volume" "$root$data"
mount -t tmpfs -o mode=1777,nosuid,nodev tmpfs "$root/tmp"
mount -o remount,bind,ro "$root"
unshare --pid --fork --kill-child chroot "$root" /usr/bin/setpriv --reuid="$user" --regid="$user" --clear-groups \
  --bounding-set=-all --inh-caps=-all --no-new-privs \
  /usr/bin/env -i -C "$(argument WORKDIR)" "${image[@]}" "PORT=$port" WORKERS=none "${command[@]}" \
  > "$folder/container.log" 2>&1 &
started=$!
health=$(stage 2 | sed -n 's/^HEALTHCHECK.* CMD //p')
mapfile -t health < <(words "$health")
for _ in $(seq 150); do
  if PORT=$port "${health[@]}" 2> /dev/null; then break; fi
  kill -0 "$started" 2> /dev/null || fail "the container has ended"
  sleep 0.2
done
PORT=$port "${health[@]}" || fail "the health check does not succeed"
passed "the health check succeeds"

first=$(pgrep -P "$started")
grep -q '^NSpid:.*[[:space:]]1$' "/proc/$first/status" || fail "the server is not process 1"
[ "$(readlink "/proc/$first/exe")" = "$(readlink -f "$java_home/bin/java")" ] \
  || [ "$(basename "$(readlink "/proc/$first/exe")")" = java ] || fail "process 1 is not the server"
passed "the server is process 1"
[ "$(awk '/^Uid:/ {print $2}' "/proc/$first/status")" = "$(awk -F: -v name="$user" '$1 == name {print $3}' "$root/etc/passwd")" ] \
  || fail "the server runs as another user"
grep -q '^CapEff:[[:space:]]*0*$' "/proc/$first/status" || fail "the server has capabilities"
passed "it runs as $user, without capabilities"
grep -q vidwiz.aot "/proc/$first/maps" || fail "the AOT cache of the image is not used"
passed "it uses the AOT cache of the image"
for place in / /opt/vidwiz /etc /var/lib; do
  if (: > "$root$place/written") 2> /dev/null; then fail "$place can be written"; fi
done
passed "its root is read-only"
status=$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/v2/auth/register" \
  -d '{"email": "ann@example.com", "password": "correct horse", "name": "Ann"}')
[ "$status" = 201 ] || fail "a user cannot be stored ($status)"
[ -f "$volume/vidwiz.db" ] || fail "the data is not in the volume"
passed "it stores data in the volume"

begun=$(date +%s%N)
kill -TERM "$first"
code=0
wait "$started" || code=$?
started=''
took=$((($(date +%s%N) - begun) / 1000000))
[ "$code" = 0 ] || fail "SIGTERM ends it with status $code"
[ "$took" -lt 15000 ] || fail "SIGTERM ends it after $took ms"
passed "SIGTERM ends it with status 0 after $took ms"
