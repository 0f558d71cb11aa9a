package org.relaycheck.standin.tsql;

import org.jspecify.annotations.Nullable;

/**
 * A type of a variable, a parameter or a column.
 *
 * @param name int, bit, nvarchar, varbinary or uniqueidentifier
 * @param length in characters or bytes; the largest int for max
 */
record Type(String name, int length) {

  /** The value in this type: what is too long is cut without a word. */
  @Nullable Object take(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    return switch (name) {
      case "int" -> number(value);
      case "bit" -> number(value) == 0 ? 0L : 1L;
      case "nvarchar" -> cut(text(value), length);
      case "varbinary" -> new Bin(cut(binary(value), length / 2));
      default -> throw new AssertionError("unknown type " + name);
    };
  }

  private static long number(Object value) {
    if (value instanceof Long number) {
      return number;
    }
    if (value instanceof String text) {
      try {
        return Integer.parseInt(text.strip());
      } catch (NumberFormatException none) {
        throw SqlError.ofEngine("Conversion failed when converting '" + text + "' to int.");
      }
    }
    throw SqlError.ofEngine("Implicit conversion to int is not allowed.");
  }

  private static String text(Object value) {
    if (value instanceof Bin) {
      throw SqlError.ofEngine("Implicit conversion from varbinary to nvarchar is not allowed.");
    }
    return value.toString();
  }

  private static String binary(Object value) {
    if (value instanceof Bin bin) {
      return bin.bytes();
    }
    throw SqlError.ofEngine("Implicit conversion to varbinary is not allowed.");
  }

  /** CONVERT, which allows more; style 1 and 2 show bytes as digits, with and without 0x. */
  @Nullable Object convert(@Nullable Object value, String style) {
    if (value instanceof Bin bin && name.equals("nvarchar") && !style.equals("0")) {
      return cut((style.equals("1") ? "0x" : "") + bin.digits(), length);
    }
    if (value instanceof Bin bin && name.equals("nvarchar")) {
      return cut(bin.bytes(), length);
    }
    if (value instanceof String text && name.equals("varbinary") && style.equals("1")) {
      return new Bin(cut(Bin.ofDigits(text), length / 2));
    }
    if (value instanceof String text && name.equals("varbinary")) {
      return new Bin(cut(text, length / 2));
    }
    if (value == null && name.equals("uniqueidentifier")) {
      return null;
    }
    return take(value);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
