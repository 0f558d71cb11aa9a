#!/usr/bin/env bash
# Measures relay:probe's load, as docs/performance.md tells: connections that one JVM holds to
# Postfix's smtp-sink, and messages it sends to a real Postfix beside Postfix's own smtp-source.
#
#   plugin/src/bench/probe.sh
#
# CONNECTIONS    how many are held (default 1000)
# MESSAGES       how many are sent in a run (default 1000)
# RUNS           how often each is measured (default 5), by turns; every run is shown
# HEAP           for the JVM that holds (default 64m)
# MAVEN_OPTIONS  for mvn, such as -o
#
# It needs root, as Postfix does, Linux, and Debian's package postfix. No service is started.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

read -r -a options <<<"${MAVEN_OPTIONS:-}"
for needed in java mvn smtp-sink smtp-source; do
  command -v "$needed" >/dev/null || { echo "missing: $needed" >&2; exit 2; }
done

mvn -q -B "${options[@]}" -Pbench -pl policies,plugin process-test-classes
class_path=plugin/target/test-classes:plugin/target/classes:$(<plugin/target/bench/class-path.txt)

ulimit -n 4096
echo "load $(cut -d' ' -f1-3 /proc/loadavg)"
java -Xmx"${HEAP:-64m}" -cp "$class_path" org.relaycheck.bench.ProbeLoad hold "${CONNECTIONS:-1000}"
java -cp "$class_path" org.relaycheck.bench.ProbeLoad send "${MESSAGES:-1000}" "${RUNS:-5}"
