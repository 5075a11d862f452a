#!/usr/bin/env bash
# Runs the server of an earlier commit beside that of this clone on one PostgreSQL database, before and after the
# migrations of the newer one: packaging/old-beside-new.sh COMMIT postgresql://user:password@host/empty-database
# Run it before a release, with the commit of the last one. It needs git, Maven and curl.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ $# = 2 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 64; }
commit=$1
export DB_URL=$2 DB_POOL_SIZE=4 WORKERS=none HOST=127.0.0.1 RATE_LIMIT_ENABLED=false
export SECRET_KEY=only-for-this-test-of-two-releases-0 ADMIN_TOKEN=only-for-this-test-of-two-releases-1

folder=$(mktemp -d)
pids=()
cleanup() {
  for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null || true; done
  git worktree remove --force "$folder/old" 2> /dev/null || true
  rm -rf "$folder"
}
trap cleanup EXIT

fail() {
  echo "old-beside-new: $*" >&2
  tail -n 30 "$folder"/*.log >&2
  exit 1
}

# Starts the server in folder $1 on port $2, and waits until it is ready.
start() {
  (cd "$folder" && exec "$1/vidwiz" serve) > "$folder/$2.log" 2>&1 &
  pids+=($!)
  for _ in $(seq 240); do
    if curl -sf "http://127.0.0.1:$2/ready" > /dev/null; then return; fi
    kill -0 $! 2> /dev/null || fail "the server on port $2 has ended"
    sleep 0.5
  done
  fail "the server on port $2 does not become ready"
}

# Sends a request to port $1: method, path, body. Prints the answer; fails unless the status is 2xx.
call() {
  local port=$1 method=$2 path=$3 body=${4:-}
  curl -sS --fail-with-body -X "$method" "http://127.0.0.1:$port$path" -H "Authorization: Bearer ${TOKEN:-none}" \
    ${body:+-H 'Content-Type: application/json' -d "$body"} || fail "$method $path on port $port"
}

value() { sed "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/"; }

# A user registers at one server, and everything else is done at the one and the other in turn. $3 makes ids unique.
walk() {
  local one=$1 other=$2 video="walk000000$3" task
  TOKEN='' call "$one" POST /v2/auth/register "{\"email\": \"$3@example.com\", \"password\": \"correct horse $3\", \"name\": \"Ann\"}" > /dev/null
  local user
  user=$(TOKEN='' call "$other" POST /v2/auth/login "{\"email\": \"$3@example.com\", \"password\": \"correct horse $3\"}" | value token)
  TOKEN=$user call "$one" POST "/v2/videos/$video/notes" '{"timestamp": "0:42", "text": "a note"}' > /dev/null
  task=$(TOKEN=$ADMIN_TOKEN call "$other" GET '/v2/internal/tasks?type=metadata' | value task_id)
  TOKEN=$ADMIN_TOKEN call "$one" POST "/v2/internal/tasks/$task/result" "{\"video_id\": \"$video\", \"success\": true, \"metadata\": {\"title\": \"Walk $3\"}}" > /dev/null
  task=$(TOKEN=$ADMIN_TOKEN call "$one" GET '/v2/internal/tasks?type=transcript' | value task_id)
  TOKEN=$ADMIN_TOKEN call "$other" POST "/v2/internal/tasks/$task/result" "{\"video_id\": \"$video\", \"success\": true, \"transcript\": [{\"text\": \"hello\", \"offset\": 0, \"duration\": 2}]}" > /dev/null
  for port in "$one" "$other"; do
    TOKEN=$user call "$port" GET "/v2/videos/$video/notes" | grep -q 'a note' || fail "the note is not at port $port"
    TOKEN=$user call "$port" GET "/v2/videos" | grep -q "Walk $3" || fail "the title is not found at port $port"
    TOKEN=$user call "$port" POST "/v2/conversations" "{\"video_id\": \"$video\"}" > /dev/null
  done
}

git worktree add --quiet --detach "$folder/old" "$commit"
for program in "$folder/old" "$PWD"; do "$program/vidwiz" version > /dev/null; done # builds it
PORT=5101 start "$folder/old" 5101
walk 5101 5101 1
echo "old alone: done"
PORT=5102 start "$PWD" 5102
walk 5101 5102 2
walk 5102 5101 3
echo "old beside new: done"
kill "${pids[0]}" && wait "${pids[0]}" || true
walk 5102 5102 4
PORT=5101 start "$folder/old" 5101
walk 5101 5102 5
echo "old started again on the newer tables: done"
