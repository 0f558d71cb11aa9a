mvn relay:allow "-Drelay.address=10.20.4.11" "-Drelay.connector=SQL Relay" "-Drelay.owner=billing" "-Drelay.ticket=CHG-4711" "-Drelay.until=2027-03-31"
mvn relay:revoke "-Drelay.address=10.20.4.11" "-Drelay.connector=SQL Relay"
