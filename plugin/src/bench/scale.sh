#!/usr/bin/env bash
# Measures a check of many live hosts, as docs/performance.md tells: real Maven against simulated
# SSH servers and SQL Servers that each need 2 s, then against as many hosts behind OpenSSH, both
# beside Ansible's raw module on the same hosts.
#
#   plugin/src/bench/scale.sh
#
# SSH, SQL       how many hosts (default 200 and 100)
# MILLIS         what each needs (default 2000)
# PARALLEL       how many are asked at a time (default 32)
# RUNS           how often each is measured (default 3), by turns; every run is shown
# JVM            more for the JVM that checks, such as -XX:+UseSerialGC
# MAVEN_OPTIONS  for each mvn, such as -o or -Dmaven.repo.local=...
#
# It runs the plugin that is installed: mvn -DskipTests install comes first. Threads and memory are
# read from /proc, so it needs Linux; Ansible is compared if ansible (ansible-core) and sshpass are
# here, and OpenSSH is the peer if sshd is. Wall and CPU are those of the whole process with its children. By its default ControlPersist
# Ansible leaves an SSH process running for each host, whose CPU is not counted; so it is measured
# without that as well. A check is measured with the JVM's defaults and with the options that the
# example recommends for a build that only checks (example-project/.mvn/jvm.config).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."

ssh=${SSH:-200} sql=${SQL:-100} millis=${MILLIS:-2000} parallel=${PARALLEL:-32} runs=${RUNS:-3}
read -r -a options <<<"${MAVEN_OPTIONS:-}"
root=$PWD
work=
version=$(sed -n 's|.*<version>\(.*-SNAPSHOT\)</version>.*|\1|p' pom.xml | head -1)
TIMEFORMAT='%R %U %S'
site=

for needed in java mvn; do
  command -v "$needed" >/dev/null || { echo "missing: $needed" >&2; exit 2; }
done
[ -d /proc/self ] || { echo "missing: /proc, so this needs Linux" >&2; exit 2; }

build() {
  mvn -q -B "${options[@]}" -Pbench -pl policies,plugin process-test-classes
  class_path=plugin/target/test-classes:plugin/target/classes:$(<plugin/target/bench/class-path.txt)
}

start_site() { # name, class, and its arguments but the folder, which comes last
  work=$root/plugin/target/bench/$1
  # its own .mvn, so that Maven does not take the JVM options of this project: no user has them
  rm -rf "$work" && mkdir -p "$work/.mvn"
  mkfifo "$work/until"
  java -Xmx1g -cp "$class_path" "org.relaycheck.bench.$2" "${@:3}" "$work" \
    <"$work/until" >"$work/site.log" 2>&1 &
  site=$!
  exec 9>"$work/until"
  until [ -e "$work/ready" ]; do
    kill -0 "$site" 2>/dev/null || { cat "$work/site.log" >&2; exit 1; }
    sleep 0.1
  done
}

stop_site() {
  exec 9>&-
  [ -z "$site" ] || wait "$site" || true
  site=
}
trap stop_site EXIT

# the most threads and resident MB of a process until it ends
watch_process() { # pid file
  local most=0 resident=0 threads memory
  while [ -r "/proc/$1/status" ]; do
    read -r threads memory < <(awk '/^Threads/ {t = $2} /^VmHWM/ {m = $2} END {print t+0, m+0}' \
      "/proc/$1/status" 2>/dev/null || echo 0 0)
    most=$((threads > most ? threads : most))
    resident=$((memory > resident ? memory : resident))
    sleep 0.02
  done
  echo "$most $((resident / 1024))" >"$2"
}

check() { # ssh|sql and options; it runs as one process, so that its threads can be counted
  (
    cd "$work"
    MAVEN_OPTS="-Xmx256m ${JVM:-}" mvn -B "${options[@]}" -s settings.xml \
      "org.relaycheck:relay-maven-plugin:$version:check" "-Drelay.parallel=$parallel" \
      "-Drelay.policy=$1-policy.yaml" "-Drelay.connections=$1-connections.yaml" \
      "-Drelay.outputDirectory=out-$1" "${@:2}" >"maven-$1.log" 2>&1 &
    watch_process $! "$work/threads"
    wait $!
  )
}

measured() { # what command...
  local what=$1 numbers
  shift
  numbers=$({ time "$@" >/dev/null 2>&1 || echo "failed: $what, see $work" >&2; } 2>&1)
  [[ $numbers != failed* ]] || { echo "$numbers" >&2; return 1; }
  echo "$what  $(awk '{printf "wall %.1f  cpu %.1f", $1, $2 + $3}' <<<"$numbers")" \
    "${extra:+$(awk '{print " threads " $1 "  resident " $2 " MB"}' "$work/threads")}"
}

ask_ansible() { # arguments of ssh
  (
    cd "$work"
    local control
    control=$(mktemp -d "$work/cp.XXXX")
    ANSIBLE_SSH_ARGS=$1 ANSIBLE_SSH_CONTROL_PATH_DIR=$control ANSIBLE_NOCOLOR=1 \
      ansible windows -i inventory -f "$parallel" -o -m raw -a collect >ansible.log 2>&1
    end_masters "$control"
    [ "$(grep -c CHANGED ansible.log)" -eq "$ssh" ]
  )
}

# ends the SSH processes that keep their sockets in a folder
end_masters() { # folder
  local process
  for process in /proc/[0-9]*; do
    if { tr '\0' ' ' <"$process/cmdline"; } 2>/dev/null | grep -q "^ssh: $1"; then
      kill "${process#/proc/}" 2>/dev/null || true
    fi
  done
}

outcome() { # ssh|sql
  sed -n 's/^outcome=/outcome /p' "$work/out-$1/outcome.properties"
  grep -m1 'hosts read' "$work/maven-$1.log" || true
}

# a check with the JVM's defaults, and as the example recommends
compare_ways() { # ssh|sql
  local fast
  fast=$(<"$root/example-project/.mvn/jvm.config")
  measured "relay:check, ${1^^} " check "$1"
  JVM="${JVM:-} $fast" measured "  as recommended " check "$1"
}

compare_ansible() {
  if command -v ansible >/dev/null && command -v sshpass >/dev/null; then
    measured "ansible raw      " ask_ansible '-C -o ControlMaster=auto -o ControlPersist=60s'
    measured "  all CPU counted" ask_ansible '-C -o ControlMaster=no'
  else
    echo "ansible raw: not compared, for ansible (ansible-core) or sshpass is missing"
  fi
}

limit() { # hosts
  awk -v n="$1" -v p="$parallel" -v m="$millis" 'BEGIN {print int((n + p - 1) / p) * m / 1000 " s"}'
}

build
echo "# $(date -u +%Y-%m-%d), $(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg), $ssh SSH hosts and" \
  "$sql SQL Servers that need $millis ms, $parallel at a time"
java -version 2>&1 | sed -n '1s/^/# /p'
echo "# limit $(limit "$ssh") for SSH, $(limit "$sql") for SQL"

echo "# simulated hosts"
start_site scale SimulatedSite "$ssh" "$sql" "$millis"
for ((i = 0; i < runs; i++)); do
  extra=1
  measured "relay.skip       " check ssh -Drelay.skip
  compare_ways ssh
  compare_ways sql
  extra=
  compare_ansible
done
outcome ssh
outcome sql
stop_site

[ -x /usr/sbin/sshd ] || { echo "OpenSSH: not measured, for sshd (openssh-server) is missing"; exit; }
echo "# the same hosts behind $(ssh -V 2>&1 | cut -d, -f1)"
start_site scale-openssh OpenSshSite "$ssh" "$millis" "$root/plugin/src/bench/powershell-stand-in.pl"
for ((i = 0; i < runs; i++)); do
  extra=1
  compare_ways ssh
  extra=
  compare_ansible
done
outcome ssh
