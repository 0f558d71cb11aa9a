mvn org.relaycheck:relay-maven-plugin:init "-Drelay.records=listings"
mvn org.relaycheck:relay-maven-plugin:validate
mvn org.relaycheck:relay-maven-plugin:check
