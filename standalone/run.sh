#!/usr/bin/env bash
# Makes the archive for where there is no Maven, and tries it: unzipped into an empty folder, with an
# empty home and without a network, where one can be taken away.
#
# MAVEN_OPTIONS  for the mvn that makes it, such as -o
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD

read -r -a options <<<"${MAVEN_OPTIONS:-}"
rm -rf standalone/target
mvn -q -B "${options[@]}" -Pstandalone -pl standalone verify
ls -l standalone/target/*-standalone.zip

work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
mkdir "$work/home" "$work/a folder" "$work/bin"
ln -s "$(dirname "$(readlink -f "$(command -v java)")")/java" "$work/bin/java"
alone=(env -i "HOME=$work/home" "PATH=$work/bin:/usr/bin:/bin" LC_ALL=C.UTF-8)
if unshare -n true 2>/dev/null; then
  alone=(unshare -n "${alone[@]}")
fi
cd "$work/a folder"
cp "$root"/standalone/target/*-standalone.zip .
cp -r "$root/example-project/"[!.]* .
mkdir ci && cp "$root/docs/snippets/ci-settings.xml" ci/settings.xml

failed=0
# what is expected of a run: exit code, a text of its output, and the words of relay
expect() {
  local code=$1 text=$2 status=0
  shift 2
  "${alone[@]}" "$@" >"$work/log" 2>&1 || status=$?
  if ((status != code)) || ! grep -qF -- "$text" "$work/log"; then
    cat "$work/log"
    echo "expected is exit code $code and '$text' of: $*; exit code $status"
    failed=1
  fi
}

expect 1 'outcome=drift' sh -c "$(<"$root/docs/snippets/ci-standalone.sh"); status=\$?; cat 'build/mail relay/outcome.properties'; exit \$status"
chmod -R a-w relay-*/
ln -s "$PWD"/relay-*/bin/relay "$work/bin/relay"
# with the pom of the example, and in a folder that has none
expect 1 '7 drifted' relay check
rm pom.xml
expect 1 'relay remediate' relay check
expect 0 'clean: ' relay check --connections=after/relay-connections.yaml
expect 0 'drift: 7 drifted' relay check --failOn none
expect 0 'wait "a bit", it'\''s $HOME & 5%' relay explain --symptom '421 4.3.2 wait "a bit", it'\''s $HOME & 5%'
expect 1 'did you mean relay.policy' relay check --polcy x
expect 1 'relay.settings is no parameter of this plugin' relay check --settings ci/settings.xml
expect 1 'chek' relay chek
expect 0 'relay:check' relay
if [[ -n $(ls -A "$work/home") ]]; then
  ls -lAR "$work/home"
  echo "the home is not as empty as before"
  failed=1
fi
exit "$failed"
