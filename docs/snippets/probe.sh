mvn relay:probe
mvn relay:probe "-Drelay.probe.connections=100" "-Drelay.probe.send=postmaster@corp.example"
