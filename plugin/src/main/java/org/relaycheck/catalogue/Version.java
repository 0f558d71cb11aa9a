package org.relaycheck.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version number, compared number by number.
 *
 * @param parts major first; at least one
 */
public record Version(List<Integer> parts) implements Comparable<Version> {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  public Version {
    parts = List.copyOf(parts);
  }

  public static Version of(Integer... parts) {
    return new Version(List.of(parts));
  }

  /** Reads {@code 15.2.1118.7} and {@code Version 15.2 (Build 1118.7)}; empty without a number. */
  public static Optional<Version> parse(String text) {
    List<Integer> parts = new ArrayList<>();
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      parts.add(Integer.parseInt(number.group()));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(new Version(parts));
  }

  @Override
  public int compareTo(Version other) {
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      int order = Integer.compare(part(i), other.part(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private int part(int i) {
    return i < parts.size() ? parts.get(i) : 0;
  }
}
