mvn -B -s ci/settings.xml relay:check "-Drelay.history=relay-history" "-Drelay.failOn=error,new"
