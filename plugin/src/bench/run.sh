#!/usr/bin/env bash
# Measures what docs/performance.md tells. Nothing here passes or fails: the numbers are for people.
#
#   plugin/src/bench/run.sh            everything, some ten minutes on a quiet machine
#   plugin/src/bench/run.sh fleet      whole checks of made-up fleets, each in a new JVM
#   plugin/src/bench/run.sh remediate  remediate beside check where everything has drifted, by turns
#   plugin/src/bench/run.sh rules      all rules on 10 000 connectors and 1 000 mail accounts
#   plugin/src/bench/run.sh dead       servers that are down and share a login
#   plugin/src/bench/run.sh example    the example with and without relay.skip, by turns
#   plugin/src/bench/run.sh jmh        the comparison beside JaVers; reading and writing
#
# RUNS           how often each is measured (default 5); the median counts, the least is shown too
# LARGEST_HEAP   the heap for 100 000 connectors (default 768m)
# MAVEN_OPTIONS  for each mvn, such as -o or -Dmaven.repo.local=...
#
# The example runs the plugin that is installed: mvn -DskipTests install comes first.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

runs=${RUNS:-5}
read -r -a options <<<"${MAVEN_OPTIONS:-}"
work=$PWD/plugin/target/bench
TIMEFORMAT=%R

mvn_quietly() { mvn -q -B "${options[@]}" "$@"; }

build() {
  echo "# building"
  mvn_quietly -Pbench -pl policies,plugin process-test-classes
  class_path=plugin/target/test-classes:plugin/target/classes:$(<"$work/class-path.txt")
}

about() {
  echo "# $(date -u +%Y-%m-%d), $(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || uptime)"
  java -version 2>&1 | sed -n '1p;2p' | sed 's/^/# /'
}

# numbers, one a line -> "median M least L"
median() {
  sort -n | awk '{a[NR] = $1} END {
    m = NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2
    printf "median %.2f  least %.2f\n", m, a[1]}'
}

fleet_of() { # connectors heap
  local folder=$work/fleet-$1 out=$work/fleet-$1.txt i
  rm -rf "$folder" && mkdir -p "$folder" && : >"$out"
  java -cp "$class_path" org.relaycheck.bench.FleetCheck write 100 "$1" "$folder"
  for ((i = 0; i < runs; i++)); do
    java "-Xmx$2" -cp "$class_path" org.relaycheck.bench.FleetCheck 100 "$1" "$folder" | tee -a "$out"
  done
  echo "fleet of $1, -Xmx$2: seconds $(sed 's/.*seconds \([0-9.]*\).*/\1/' "$out" | median);" \
    "cpu $(sed 's/.*cpu \([0-9.]*\).*/\1/' "$out" | median)"
  rm -rf "$folder"
}

fleet() {
  fleet_of 1000 256m
  fleet_of 10000 256m
  fleet_of 100000 "${LARGEST_HEAP:-768m}"
}

# The most that there can be to fix and to adopt; the ratio of the processor time is what counts.
remediate_of() { # hosts resources heap
  local folder=$work/drifted-$1-$2 out=$work/drifted-$1-$2.txt i goal
  rm -rf "$folder" && mkdir -p "$folder" && : >"$out"
  java -cp "$class_path" org.relaycheck.bench.RemediateCheck write "$1" "$2" "$folder"
  for ((i = 0; i < runs; i++)); do
    for goal in check remediate; do
      java "-Xmx$3" -cp "$class_path" org.relaycheck.bench.RemediateCheck \
        "$goal" "$1" "$2" "$folder" | tee -a "$out"
    done
    rm -rf "$folder/relay"
  done
  for goal in check remediate; do
    echo "$goal, $1 hosts, $2 resources: cpu $(sed -n "s/^$goal .*cpu \([0-9.]*\).*/\1/p" "$out" | median)"
  done
  awk '{sub(/.*cpu /, "")} NR % 2 {check = $1; next} {print $1 / check}' "$out" | median |
    sed 's/^/ratio of each pair: /'
  rm -rf "$folder"
}

remediate() {
  remediate_of 100 400 256m
  remediate_of 100 1600 256m
  remediate_of 100 5000 512m
  remediate_of 1000 1 256m
  remediate_of 10000 1 512m
}

rules() {
  local i
  for ((i = 0; i < runs; i++)); do
    java -Xmx256m -cp "$class_path" org.relaycheck.bench.RulesCheck 10000
  done
}

dead() {
  java -cp "$class_path" org.relaycheck.bench.DeadWays 12 5
}

# A run that finds drift ends Maven with an error, which is a result here as any other.
check_example() { # what to add; prints the seconds
  { time mvn_quietly -f example-project relay:check "$@" >/dev/null 2>&1 || true; } 2>&1
}

example() {
  local with=$work/with.txt without=$work/without.txt i
  mkdir -p "$work" && : >"$with" && : >"$without"
  check_example >/dev/null
  for ((i = 0; i < runs; i++)); do
    check_example -Drelay.skip >>"$without"
    check_example >>"$with"
  done
  echo "example, relay.skip: $(median <"$without")"
  echo "example, checked:    $(median <"$with")"
  paste "$with" "$without" | awk '{print $1 - $2}' | median | sed 's/^/example, difference of each pair: /'
}

jmh() {
  java -Xmx1g -cp "$class_path" org.openjdk.jmh.Main 'org.relaycheck.bench.*' \
    -rf json -rff "$work/jmh.json" "$@"
}

about
case ${1:-all} in
  fleet) build; fleet ;;
  remediate) build; remediate ;;
  rules) build; rules ;;
  dead) build; dead ;;
  example) example ;;
  jmh) build; shift; jmh "$@" ;;
  all) build; fleet; remediate; rules; dead; example; jmh ;;
  *) sed -n '2,10p' "${BASH_SOURCE[0]##*/}" >&2; exit 2 ;;
esac
