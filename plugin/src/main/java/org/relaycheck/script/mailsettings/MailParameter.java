package org.relaycheck.script.mailsettings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.relaycheck.catalogue.Property;
import org.relaycheck.dialect.TSql;
import org.relaycheck.kind.mailsettings.MailSettingRows;
import org.relaycheck.script.SqlValue;
import org.relaycheck.script.WantedSetting;
import org.relaycheck.state.expectation.Fix;

/**
 * A parameter of Database Mail with the text it has and the text it shall have.
 *
 * @param from as it was read, or as that script left it; nothing for none
 */
record MailParameter(Property<?> row, String from, String to) {

  /** More is cut off without a word. */
  private static final int LONGEST = 256;

  private static final List<Property<?>> MAY_BE_EMPTY =
      List.of(MailSettingRows.PROHIBITED_EXTENSIONS);

  static <T> MailParameter of(WantedSetting<T> wish) {
    return new MailParameter(wish.row(), wish.reading().raw().shown(), text(wish));
  }

  private static <T> String text(WantedSetting<T> wish) {
    String text = SqlValue.of(wish.row(), wish.fix());
    return wish.row().equals(MailSettingRows.LOGGING_LEVEL) ? MailSettingRows.level(text) : text;
  }

  /** Why a script does not write it; empty if it does. */
  static <T> Optional<String> obstacle(WantedSetting<T> wish) {
    return SqlValue.obstacle(wish.row(), wish.fix())
        .or(() -> empty(wish))
        .or(
            () ->
                text(wish).length() > LONGEST
                    ? Optional.of("it is longer than " + LONGEST + " characters")
                    : Optional.empty())
        .or(
            () ->
                Stream.of(wish.reading().raw().shown(), text(wish))
                    .flatMap(text -> TSql.refusal(text).stream())
                    .findFirst());
  }

  private static Optional<String> empty(WantedSetting<?> wish) {
    return wish.fix() instanceof Fix.Clear<?> && !MAY_BE_EMPTY.contains(wish.row())
        ? Optional.of("Database Mail needs a value; state the value to write as 'set'")
        : Optional.empty();
  }

  MailParameter back() {
    return new MailParameter(row, /* from= */ to, /* to= */ from);
  }
}
