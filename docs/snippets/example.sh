mvn -f example-project relay:check
