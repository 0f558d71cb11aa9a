mvn -q -DskipTests install
mvn -f example-project relay:check
