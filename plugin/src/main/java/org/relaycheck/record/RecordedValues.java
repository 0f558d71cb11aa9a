package org.relaycheck.record;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.DefaultValue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;
import org.relaycheck.value.Size;

/**
 * Texts of people's files as raw values. Where a text can be meant in several ways, the type of its
 * row tells which of them is one of its values; where two are, it counts as not read.
 */
final class RecordedValues {

  /** What PowerShell writes in place of a value that it does not spell out. */
  private static final Pattern TYPE_NAME =
      Pattern.compile(
          "(?:Deserialized\\.)?(?:System\\.(?:[A-Za-z0-9]+\\[]|Collections\\..*)"
              + "|Microsoft\\.Exchange\\.[A-Za-z0-9.]+(?:`.*)?(?:\\[.*])?)");

  private static final Pattern CUT_OFF =
      Pattern.compile("(?s)\\{(?:.*(?:\\.\\.\\.|\u2026)}|.*[^}]|)");
  private static final Pattern OBJECT = Pattern.compile("(?s)@\\{.*");
  private static final Pattern BETWEEN = Pattern.compile("\\s*[;|\\n]\\s*");
  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final Pattern UNIT = Pattern.compile("[0-9.]+([A-Z]+)");
  private static final int LEAST_BYTES = 1024;

  private final Map<String, Property<?>> rows;

  RecordedValues(Catalogue catalogue) {
    this.rows = catalogue.byName();
  }

  /** Whether a name is that of a setting. */
  boolean knows(String name) {
    return rows.containsKey(name.toUpperCase(Locale.ROOT));
  }

  private Optional<Property<?>> row(String name) {
    return Optional.ofNullable(rows.get(name.toUpperCase(Locale.ROOT)));
  }

  /** A value as Format-List prints it on one line. */
  Raw listed(String name, String text) {
    if (CUT_OFF.matcher(text).matches()) {
      return new Raw.CutOff(text);
    }
    return sized(name, text);
  }

  /** Whether a text is no value that its row takes. */
  boolean isBroken(String name, String text) {
    Raw raw = listed(name, text);
    return raw instanceof Raw.CutOff || row(name).filter(row -> !understood(row, raw)).isPresent();
  }

  /** A value that can be read in several ways, the likeliest first. */
  Raw told(String name, List<String> readings, String doubt) {
    Map<Object, Raw> seen = new LinkedHashMap<>();
    for (String reading : readings) {
      Raw raw = listed(name, reading);
      if (raw instanceof Raw.CutOff) {
        return raw;
      }
      Optional<Property<?>> row = row(name);
      Object value = row.isPresent() ? row.get().read(raw) : raw;
      if (!(value instanceof Seen.NotUnderstood)) {
        seen.putIfAbsent(value, raw);
      }
    }
    return seen.size() == 1 ? seen.values().iterator().next() : new Raw.Unread(doubt);
  }

  /** A value as it stands in a cell of a table, or in JSON. */
  Raw cell(String name, String given) {
    String text = given.strip();
    if (TYPE_NAME.matcher(text).matches()) {
      return new Raw.Unread("'" + text + "' is the name of a type, and the values are not there");
    }
    if (OBJECT.matcher(text).matches()) {
      return new Raw.CutOff(text);
    }
    Raw whole = listed(name, text);
    Optional<Property<?>> row = row(name);
    if (row.isEmpty() || row.get().type().members().isEmpty() || !(whole instanceof Raw.Text)) {
      return whole;
    }
    if (BETWEEN.matcher(text).find()) {
      return pieces(BETWEEN, bare(text));
    }
    Raw parted = pieces(BLANK, bare(text));
    return understood(row.get(), whole) || !understood(row.get(), parted) ? whole : parted;
  }

  private static String bare(String text) {
    return text.startsWith("{") && text.endsWith("}") ? text.substring(1, text.length() - 1) : text;
  }

  private static Raw pieces(Pattern between, String text) {
    return Raw.items(Arrays.stream(between.split(text)).filter(piece -> !piece.isBlank()).toList());
  }

  private static boolean understood(Property<?> row, Raw raw) {
    return row.read(raw).problem().isEmpty();
  }

  /**
   * A size that lost its unit: scripts write a limit in that unit in which Exchange shows it, and
   * no limit is of less than 1 KB.
   */
  private Raw sized(String name, String text) {
    Optional<String> unit = row(name).flatMap(RecordedValues::unit);
    if (unit.isEmpty() || !NUMBER.matcher(text).matches()) {
      return Raw.text(text);
    }
    long number = Long.parseLong(text);
    return number > 0 && number < LEAST_BYTES ? Raw.text(text + unit.get()) : Raw.text(text);
  }

  private static <T> Optional<String> unit(Property<T> row) {
    return row.facts().defaults().stream()
        .map(DefaultValue::value)
        .filter(value -> value instanceof Size)
        .map(row.type()::show)
        .map(UNIT::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .findFirst();
  }
}
