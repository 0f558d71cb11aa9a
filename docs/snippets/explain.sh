mvn -f example-project relay:explain "-Drelay.log=logs/database-mail.log"   # a mail log
mvn relay:explain "-Drelay.symptom=421 4.3.2 Service not active"            # a reply or an error
mvn relay:explain "-Drelay.setting=TarpitInterval"                          # the manual page of a setting
mvn relay:explain "-Drelay.since=7d"                                        # the logs that your SQL Servers keep
