git worktree add --detach ../base origin/main
mvn -B -s ci/settings.xml relay:check "-Drelay.base=../base" "-Drelay.failOn=new-by-change"
