package org.relaycheck.record;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.WholeListing;

/**
 * What to do about a file that cannot be used, by the product that it should tell of.
 *
 * @param sought the product, if the policy tells
 */
record RecordAdvice(Optional<Product> sought) {

  private static final String EXCHANGE =
      "record it with mvn relay:record, or in the Exchange Management Shell with Get-ReceiveConnector"
          + " -Server EX01 | Export-Clixml EX01.xml, or as text with "
          + WholeListing.of("EX01");
  private static final String SQL_SERVER =
      "record it with mvn relay:record, or let an administrator run record-database-mail.sql, which"
          + " mvn relay:record \"-Drelay.collector=true\" writes";

  /** Words in the names of what SQL Server and its tools print of Database Mail. */
  private static final List<String> MAIL_WORDS =
      List.of("ACCOUNT_ID", "PROFILE_", "EMAIL_ADDRESS", "SERVERNAME", "SQLINSTANCE", "MAILSERVER");

  /** The advice where nothing of the file is known. */
  String fix() {
    return fix(List.of());
  }

  /** The advice for a file that holds properties or columns of these names. */
  String fix(Collection<String> names) {
    return switch (product(names)) {
      case EXCHANGE -> EXCHANGE;
      case SQL_SERVER -> SQL_SERVER;
    };
  }

  /** Why a file of these names is not read, where it was not looked for receive connectors. */
  Optional<String> why(Collection<String> names) {
    return product(names) == Product.SQL_SERVER
        ? Optional.of("Database Mail is read from our own records, and not from lists or tables")
        : Optional.empty();
  }

  private Product product(Collection<String> names) {
    boolean mail =
        names.stream()
            .map(name -> name.toUpperCase(Locale.ROOT))
            .anyMatch(name -> MAIL_WORDS.stream().anyMatch(name::contains));
    return sought.orElse(mail ? Product.SQL_SERVER : Product.EXCHANGE);
  }
}
