package org.relaycheck.live;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far back to read: so long before now, or from a moment on, by the clock of who is asked. */
public sealed interface LogPeriod {

  /** So long before now. */
  record Ago(Duration time) implements LogPeriod {}

  /** From a moment on. */
  record Moment(LocalDateTime time) implements LogPeriod {}

  /** The forms, to follow "is not". */
  String HINT = "a time such as 7d, 12h, 2026-11-01 or 2026-11-01T06:00";

  /**
   * Reads {@code 90m}, {@code 12h}, {@code 7d}, {@code 2w}, or an ISO date with or without time.
   */
  static Optional<LogPeriod> parse(String text) {
    String given = text.strip().toLowerCase(Locale.ROOT);
    Matcher span = Forms.SPAN.matcher(given);
    if (span.matches()) {
      Duration unit = Forms.UNITS.getOrDefault(span.group(2), Duration.ZERO);
      return Optional.of(new Ago(unit.multipliedBy(Long.parseLong(span.group(1)))));
    }
    try {
      return Optional.of(
          new Moment(
              given.indexOf('t') < 0
                  ? LocalDate.parse(given).atStartOfDay()
                  : LocalDateTime.parse(given.toUpperCase(Locale.ROOT))));
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }

  /** How the text of a time is spelled. */
  final class Forms {

    /** Four digits of weeks are 190 years, and fit a number of minutes. */
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,4})([mhdw])");

    private static final Map<String, Duration> UNITS =
        Map.of(
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1),
            "w", Duration.ofDays(7));

    private Forms() {}
  }
}
