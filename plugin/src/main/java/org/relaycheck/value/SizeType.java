package org.relaycheck.value;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes, as a policy writes it ({@code 36MB}) and as Exchange prints it ({@code 36 MB
 * (37,748,736 bytes)}, of which only the bytes in the parentheses are exact).
 */
final class SizeType extends Scalar<Size> {

  private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB");
  private static final int STEP = 1024;
  private static final int MOST_DIGITS = 18;

  /** Any characters may group the digits, and the word for bytes may be translated. */
  private static final Pattern PRINTED =
      Pattern.compile("[^(]*\\(\\s*(\\p{Nd}[^\\p{L})]*)\\p{L}+\\s*\\)");

  private static final Pattern STATED =
      Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,9})?)\\s*([KMGT]?B)?", Pattern.CASE_INSENSITIVE);

  @Override
  Seen<Size> parse(String text) {
    Matcher printed = PRINTED.matcher(text);
    if (printed.matches()) {
      return bytes(printed.group(1), text);
    }
    Matcher stated = STATED.matcher(text);
    return stated.matches() ? stated(stated, text) : not(text);
  }

  private Seen<Size> bytes(String grouped, String text) {
    StringBuilder digits = new StringBuilder();
    grouped
        .codePoints()
        .filter(Character::isDigit)
        .forEach(digit -> digits.append(Character.digit(digit, 10)));
    return digits.length() <= MOST_DIGITS
        ? Seen.of(new Size(Long.parseLong(digits.toString())))
        : not(text);
  }

  private Seen<Size> stated(Matcher stated, String text) {
    String unit = stated.group(2) == null ? "B" : stated.group(2).toUpperCase(Locale.ROOT);
    BigDecimal factor = BigDecimal.valueOf(STEP).pow(UNITS.indexOf(unit));
    try {
      return Seen.of(new Size(new BigDecimal(stated.group(1)).multiply(factor).longValueExact()));
    } catch (ArithmeticException notWhole) {
      return not(text);
    }
  }

  @Override
  public String show(Size value) {
    long rest = value.bytes();
    int unit = 0;
    while (rest != 0 && rest % STEP == 0 && unit < UNITS.size() - 1) {
      rest /= STEP;
      unit++;
    }
    return unit == 0 ? Long.toString(rest) : rest + UNITS.get(unit);
  }

  @Override
  public Literal write(Size value) {
    return new Literal.Num(value.bytes());
  }

  @Override
  public String hint() {
    return "a size such as 36MB or 65536 (bytes)";
  }

  @Override
  public String word() {
    return "size";
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> text =
        Map.of("type", "string", "pattern", "^[0-9]+(\\.[0-9]+)? ?([KkMmGgTt]?[Bb])?( \\(.*\\))?$");
    return Map.of("anyOf", List.of(Map.of("type", "integer", "minimum", 0), text));
  }

  @Override
  public Optional<Comparator<Size>> order() {
    return Optional.of(Comparator.naturalOrder());
  }
}
