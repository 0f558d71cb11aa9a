mvn -f example-project relay:check "-Drelay.connections=after/relay-connections.yaml"
