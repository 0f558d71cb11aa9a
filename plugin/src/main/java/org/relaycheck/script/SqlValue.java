package org.relaycheck.script;

import java.util.Optional;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Property;
import org.relaycheck.dialect.TSql;
import org.relaycheck.state.expectation.Fix;
import org.relaycheck.value.Literal;

/** A setting's value as the text that SQL Server keeps. */
public final class SqlValue {

  private SqlValue() {}

  /** The text that a setting shall have; nothing to make it empty. */
  public static <T> String of(Property<T> row, Fix<T> fix) {
    return fix instanceof Fix.Write<T> write ? of(row.type().write(write.value())) : "";
  }

  /** Text as it is, a list with commas, and all else as SQL Server spells it. */
  public static String of(Literal literal) {
    if (literal instanceof Literal.Str text) {
      return text.text();
    }
    if (literal instanceof Literal.Items list) {
      return list.items().stream().map(SqlValue::of).collect(Collectors.joining(","));
    }
    return TSql.of(literal);
  }

  /** Why a script does not write it, whatever is there; empty if it does. */
  public static <T> Optional<String> obstacle(Property<T> row, Fix<T> fix) {
    if (fix instanceof Fix.ByHand<T> byHand) {
      return Optional.of(byHand.why());
    }
    return fix instanceof Fix.Write<T> write && !row.allowed().allows().test(write.value())
        ? Optional.of(
            row.type().show(write.value()) + " is not " + row.allowed().words().orElse("accepted"))
        : Optional.empty();
  }
}
