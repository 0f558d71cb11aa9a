mvn verify
