#!/usr/bin/env bash
# Measures 1, 2 and 4 servers of this clone on one PostgreSQL: packaging/scaling.sh postgresql://user:password@host/empty-database
# What matters is the cost of a request in the database, which must not grow with the servers: it comes from
# pg_stat_statements, which must be in shared_preload_libraries. Rates say nothing where all share one machine.
# It needs curl, psql and wrk. SECONDS_PER_RUN=20, SERVERS="1 2 4"
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ $# = 1 ] || { sed -n '2,5s/^# //p' "$0" >&2; exit 64; }
seconds=${SECONDS_PER_RUN:-20}
export DB_URL=$1 HOST=127.0.0.1 WORKERS=none RATE_LIMIT_ENABLED=false USER_NEW_VIDEOS_PER_DAY=0 LOG_LEVEL=WARN VIDWIZ_JAVA_OPTS=${VIDWIZ_JAVA_OPTS:--Xmx256m}
export SECRET_KEY=only-for-the-measurement-of-servers-0 ADMIN_TOKEN=only-for-the-measurement-of-servers-1

folder=$(mktemp -d)
pids=()
cleanup() {
  for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null || true; done
  wait
  rm -rf "$folder"
}
trap cleanup EXIT

fail() {
  echo "scaling: $*" >&2
  tail -n 20 "$folder"/*.log >&2
  exit 1
}

sql() { psql -qAtX -F ' ' "$DB_URL" -c "$1"; }

start() {
  (cd "$folder" && PORT=$1 exec "$OLDPWD/vidwiz" serve) > "$folder/$1.log" 2>&1 &
  pids+=($!)
  for _ in $(seq 120); do
    if curl -sf "http://127.0.0.1:$1/ready" > /dev/null; then return; fi
    sleep 0.5
  done
  fail "the server on port $1 does not become ready"
}

# Statements and their milliseconds since the last reset, without those of this script.
cost() {
  sql "SELECT sum(calls), round(sum(total_exec_time + total_plan_time)::numeric, 1) FROM pg_stat_statements
       WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND query NOT LIKE '%pg_stat_statements%'"
}
reset() { sql "SELECT pg_stat_statements_reset()" > /dev/null; }

cat > "$folder/notes.lua" << 'LUA'
-- Three reads for each note; each thread writes to videos of its own.
local threads = 0
function setup(thread) thread:set("number", threads); threads = threads + 1 end
function init() calls = 0; math.randomseed(os.time() + number * 7919 + tonumber(port)) end
function request()
  calls = calls + 1
  local headers = { ["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json" }
  local video = string.format("bench%06d", math.random(0, 999999))
  if calls % 4 == 0 then
    return wrk.format("POST", "/v2/videos/" .. video .. "/notes", headers, '{"timestamp": "0:42", "text": "a note"}')
  end
  return wrk.format("GET", calls % 2 == 0 and "/v2/users/me" or "/v2/videos/bench000000/notes", headers)
end
LUA
token() {
  curl -s "http://127.0.0.1:5201/v2/auth/$1" -d '{"email": "bench@example.com", "password": "correct horse", "name": "Bench"}'
}

load() { # seconds, servers: prints the number of requests of all
  local port
  for port in $(seq 5201 $((5200 + $2))); do
    sed -e "1i token = '$user'; port = '$port'" "$folder/notes.lua" > "$folder/$port.lua"
    wrk -t1 --timeout 30s -c$((16 / $2)) -d"$1" -s "$folder/$port.lua" "http://127.0.0.1:$port" > "$folder/$port.wrk" &
    loads+=($!)
  done
  wait "${loads[@]}"
  loads=()
  ! grep -h 'Non-2xx\|Socket errors' "$folder"/*.wrk >&2 || fail "requests have failed"
  awk '/requests in/ {all += $1} END {print all}' "$folder"/*.wrk
  rm "$folder"/*.wrk
}

./vidwiz version > "$folder/version.log" 2>&1 || fail "cannot be built"
sql "CREATE EXTENSION IF NOT EXISTS pg_stat_statements" 2> /dev/null
loads=()
echo "servers | requests/s | statements per request | database ms per 1,000 requests | idle: statements/s, database ms/s"
running=0
for servers in ${SERVERS:-1 2 4}; do
  while [ "$running" -lt "$servers" ]; do running=$((running + 1)) && start $((5200 + running)); done
  [ -n "${user:-}" ] || { token register > /dev/null; user=$(token login | sed 's/.*"token":"\([^"]*\)".*/\1/'); }
  load "$seconds" "$servers" > /dev/null # the JIT compilers
  sql "VACUUM ANALYZE"
  reset
  requests=$(load "$seconds" "$servers")
  busy=$(cost)
  reset
  sleep "$seconds"
  idle=$(cost)
  awk -v n="$servers" -v s="$seconds" -v r="$requests" -v busy="$busy" -v idle="$idle" 'BEGIN {
    split(busy, b, " "); split(idle, i, " ")
    printf "%d | %d | %.2f | %.0f | %.1f, %.2f\n", n, r / s, b[1] / r, 1000 * b[2] / r, i[1] / s, i[2] / s }'
done
