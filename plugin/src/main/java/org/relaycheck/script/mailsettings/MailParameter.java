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

  static <T> MailParameter of(WantedSetting<T> setting) {
    return new MailParameter(setting.row(), setting.reading().raw().shown(), text(setting));
  }

  private static <T> String text(WantedSetting<T> setting) {
    String text = SqlValue.of(setting.row(), setting.fix());
    return setting.row().equals(MailSettingRows.LOGGING_LEVEL) ? MailSettingRows.level(text) : text;
  }

  /** Why a script does not write it; empty if it does. */
  static <T> Optional<String> obstacle(WantedSetting<T> setting) {
    return SqlValue.obstacle(setting.row(), setting.fix())
        .or(() -> empty(setting))
        .or(
            () ->
                text(setting).length() > LONGEST
                    ? Optional.of("it is longer than " + LONGEST + " characters")
                    : Optional.empty())
        .or(
            () ->
                Stream.of(setting.reading().raw().shown(), text(setting))
                    .flatMap(text -> TSql.refusal(text).stream())
                    .findFirst());
  }

  private static Optional<String> empty(WantedSetting<?> setting) {
    return setting.fix() instanceof Fix.Clear<?> && !MAY_BE_EMPTY.contains(setting.row())
        ? Optional.of("Database Mail needs a value; state the value to write as 'set'")
        : Optional.empty();
  }

  MailParameter back() {
    return new MailParameter(row, /* from= */ to, /* to= */ from);
  }
}
