export EXCHANGE_USER="$(cat "$SECRETS/exchange-user")" EXCHANGE_PASSWORD="$(cat "$SECRETS/exchange-password")"
export SQL_USER="$(cat "$SECRETS/sql-user")" SQL_PASSWORD="$(cat "$SECRETS/sql-password")"
mvn -B -s ci/settings.xml relay:check
