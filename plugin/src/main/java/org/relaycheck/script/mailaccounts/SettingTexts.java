package org.relaycheck.script.mailaccounts;

import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.SettingTrait;
import org.relaycheck.dialect.TSql;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.script.SqlValue;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;
import org.relaycheck.state.expectation.Fix;
import org.relaycheck.value.Literal;

/** Settings as the texts that scripts compare and write. */
final class SettingTexts {

  /** What every account has; the procedure takes no NULL for them, or means "keep" by it. */
  private static final Set<Property<?>> NEVER_EMPTY =
      Set.of(
          MailAccountRows.EMAIL_ADDRESS,
          MailAccountRows.MAILSERVER_NAME,
          MailAccountRows.PORT,
          MailAccountRows.ENABLE_SSL,
          MailAccountRows.USE_DEFAULT_CREDENTIALS,
          MailAccountRows.AUTH);

  private SettingTexts() {}

  /** Why a script does not write it; empty if it does. */
  static <T> Optional<String> obstacle(Property<T> row, Fix<T> fix) {
    if (fix instanceof Fix.ByHand<T> || fix instanceof Fix.Write<T>) {
      return SqlValue.obstacle(row, fix).or(() -> TSql.refusal(text(row, fix)));
    }
    if (row.facts().has(SettingTrait.ONE_WAY)) {
      return Optional.of("it cannot be made empty again");
    }
    return NEVER_EMPTY.contains(row)
        ? Optional.of("an account always has one; state the value to write as 'set'")
        : Optional.empty();
  }

  /** The text that the setting shall have. */
  static <T> String text(Property<T> row, Fix<T> fix) {
    return SqlValue.of(row, fix);
  }

  /** The text that it was read as; empty if it was not read or not understood. */
  static <T> Optional<String> seen(Property<T> row, Observed observed) {
    return observed
        .settings()
        .get(row)
        .filter(reading -> reading.seen().problem().isEmpty())
        .map(reading -> seen(row, reading));
  }

  /** Text as it was spelled; numbers and flags as SQL Server spells them, whoever spelled them. */
  static <T> String seen(Property<T> row, Reading<T> reading) {
    return reading
        .seen()
        .known()
        .map(row.type()::write)
        .filter(literal -> !(literal instanceof Literal.Str))
        .map(SqlValue::of)
        .orElseGet(() -> reading.raw().shown());
  }
}
