package org.relaycheck.value;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A span of time, as .NET prints it ({@code d.hh:mm:ss.fffffff}) and as people write it ({@code
 * 5s}, {@code 10m}, {@code PT10M}). A bare number other than 0 is refused: {@code 5} means five
 * days to .NET and five seconds to most people.
 */
final class SpanType extends Scalar<Duration> {

  private static final Pattern CLOCK =
      Pattern.compile(
          "(-?)(?:([0-9]{1,8})\\.)?([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2})(?:\\.([0-9]{1,7}))?)?");
  private static final Pattern UNIT = Pattern.compile("([0-9]{1,9}) ?(ms|s|m|h|d)");
  private static final int HOURS = 24;
  private static final int SIXTY = 60;
  private static final int NANOS_OF_TICK = 100;
  private static final int TICK_DIGITS = 7;

  /** Whole days of .NET's TimeSpan; more could not be written into a script. */
  private static final Duration MOST = Duration.ofDays(10_675_199);

  @Override
  Seen<Duration> parse(String text) {
    if (text.equals("0")) {
      return Seen.of(Duration.ZERO);
    }
    Matcher clock = CLOCK.matcher(text);
    if (clock.matches()) {
      return clock(clock, text);
    }
    Matcher unit = UNIT.matcher(text.toLowerCase(Locale.ROOT));
    return unit.matches()
        ? span(unit(Long.parseLong(unit.group(1)), unit.group(2)), text)
        : iso(text);
  }

  /** Refuses what .NET could not hold: too long, or finer than a tick of 100 nanoseconds. */
  private Seen<Duration> span(Duration span, String text) {
    return span.abs().compareTo(MOST) > 0 || span.toNanosPart() % NANOS_OF_TICK != 0
        ? not(text)
        : Seen.of(span);
  }

  private Seen<Duration> clock(Matcher clock, String text) {
    long days = number(clock.group(2));
    long hours = number(clock.group(3));
    long minutes = number(clock.group(4));
    long seconds = number(clock.group(5));
    if (hours >= HOURS || minutes >= SIXTY || seconds >= SIXTY) {
      return not(text);
    }
    String fraction = clock.group(6) == null ? "" : clock.group(6);
    long ticks = number(fraction + "0".repeat(TICK_DIGITS - fraction.length()));
    Duration span =
        Duration.ofDays(days)
            .plusHours(hours)
            .plusMinutes(minutes)
            .plusSeconds(seconds)
            .plusNanos(ticks * NANOS_OF_TICK);
    return span(clock.group(1).isEmpty() ? span : span.negated(), text);
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  private static Duration unit(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private Seen<Duration> iso(String text) {
    try {
      return span(Duration.parse(text), text);
    } catch (DateTimeParseException other) {
      return not(text);
    }
  }

  @Override
  public String show(Duration value) {
    Duration size = value.abs();
    StringBuilder text = new StringBuilder(value.isNegative() ? "-" : "");
    if (size.toDays() > 0) {
      text.append(size.toDays()).append('.');
    }
    text.append(two(size.toHoursPart())).append(':').append(two(size.toMinutesPart()));
    text.append(':').append(two(size.toSecondsPart()));
    int ticks = size.toNanosPart() / NANOS_OF_TICK;
    if (ticks > 0) {
      String digits = Integer.toString(ticks);
      text.append('.').append("0".repeat(TICK_DIGITS - digits.length())).append(digits);
    }
    return text.toString();
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  @Override
  public Literal write(Duration value) {
    return new Literal.Str(show(value));
  }

  @Override
  public String hint() {
    return "a duration such as 00:00:05 or 5s";
  }

  @Override
  public String word() {
    return "span";
  }

  @Override
  public Map<String, Object> schema() {
    String clock = "-?([0-9]+\\.)?[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?";
    Map<String, Object> text =
        Map.of(
            "type", "string", "pattern", "^(0|" + clock + "|[0-9]+ ?(ms|s|m|h|d)|PT?[0-9A-Z.]+)$");
    return Map.of("anyOf", List.of(text, Map.of("const", 0)));
  }

  @Override
  public Optional<Comparator<Duration>> order() {
    return Optional.of(Comparator.naturalOrder());
  }
}
