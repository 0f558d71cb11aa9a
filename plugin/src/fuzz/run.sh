#!/usr/bin/env bash
# Puts files that nobody would write to all that reads a file of a user, by Jazzer.
#
#   plugin/src/fuzz/run.sh                 30 seconds each
#   plugin/src/fuzz/run.sh 1200            20 minutes each
#   plugin/src/fuzz/run.sh 60 record log   these only
#
# What breaks a goal is kept in plugin/target/fuzz/<what>/ with the trace on the console, and the exit
# code is 1: copy the file to plugin/src/test/resources/fuzz/<what>/, where SavedInputsTest reads it
# from then on, and mend the goal. What was learned stays in plugin/target/fuzz/<what>/corpus.
#
# MAVEN_OPTIONS  for each mvn, such as -o or -Dmaven.repo.local=...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

seconds=${1:-30}
shift || true
read -r -a options <<<"${MAVEN_OPTIONS:-}"
targets=("$@")
if ((${#targets[@]} == 0)); then
  targets=(policy connections waivers record log)
fi

mvn -q -B "${options[@]}" -Pfuzz -Dquick -pl policies,plugin process-test-classes
work=$PWD/plugin/target/fuzz
class_path=plugin/target/test-classes:plugin/target/classes:$(<"$work/class-path.txt")
resources=plugin/src/test/resources

# seeds: what the tests have such files of, by their names
seeds() { # what -> files
  case $1 in
    policy) find "$resources" policies/src example-project -name '*policy*.yaml' ;;
    connections) find "$resources" example-project -name '*connections*.yaml' ;;
    waivers) find "$resources" example-project -name '*waivers*.yaml' ;;
    record) find "$resources" -name '*.xml' -o -name '*.clixml' -o -name '*.csv' -o -name '*.json' \
      -o -path '*recorded*' -name '*.txt' ;;
    log) find "$resources" -name '*.log' -o -path '*explain*' -name '*.txt' ;;
    *) echo "there is nothing called '$1'; expected policy, connections, waivers, record or log" >&2 && return 2 ;;
  esac
}

status=0
for target in "${targets[@]}"; do
  mkdir -p "$work/$target/seeds" "$work/$target/corpus"
  number=0
  while IFS= read -r file; do
    [[ -f $file ]] && cp "$file" "$work/$target/seeds/$((number += 1))"
  done < <(seeds "$target")
  echo "== $target: $number seeds, $seconds s"
  java -Xmx1500m -XX:+EnableDynamicAgentLoading -cp "$class_path" com.code_intelligence.jazzer.Jazzer \
    --target_class=org.relaycheck.fuzz.FileReadingFuzzer --target_args="$target $work/$target/files" \
    --instrumentation_includes='org.relaycheck.**:org.yaml.**' \
    --reproducer_path="$work/$target" -artifact_prefix="$work/$target/" -close_fd_mask=1 \
    -max_total_time="$seconds" -timeout=300 -rss_limit_mb=3000 -max_len=20000 -print_final_stats=1 \
    "$work/$target/corpus" "$work/$target/seeds" "$resources/fuzz/$target" >"$work/$target.log" 2>&1 || {
    status=1
    sed -n '/^==\|ALARM/,$p' "$work/$target.log"
  }
  grep -aE 'DONE|stat::number_of_executed_units|stat::new_units' "$work/$target.log" || true
done
exit "$status"
