package org.relaycheck.mojo;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something that nobody may read, in every guise in which it might be written.
 *
 * @param name what it is, for the message
 * @param text itself
 */
record Secret(String name, String text) {

  private static final int GROUP = 3;

  /** The guises by their names, as bytes that are spelled as characters of the same number. */
  Map<String, String> guises() {
    Map<String, String> guises = new LinkedHashMap<>();
    for (Charset set :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] bytes = text.getBytes(set);
      guises.put(set.name(), bytes(bytes));
      guises.put("hex of " + set, HexFormat.of().formatHex(bytes));
      guises.put("HEX of " + set, HexFormat.of().withUpperCase().formatHex(bytes));
      for (int shift = 0; shift < GROUP; shift++) {
        guises.put("base64 of " + set + " + " + shift, base64(bytes, shift));
      }
    }
    String url = URLEncoder.encode(text, StandardCharsets.UTF_8);
    guises.put("URL", url);
    guises.put("URL, lower case", url.toLowerCase(Locale.ROOT));
    guises.put("URL, path", url.replace("+", "%20"));
    guises.put("XML", utf8(text.replace("&", "&amp;").replace("<", "&lt;")));
    guises.put("JSON", utf8(text.replace("\\", "\\\\").replace("\"", "\\\"")));
    guises.put("ASCII", text.chars().mapToObj(Secret::escaped).collect(Collectors.joining()));
    guises.put("backwards", utf8(new StringBuilder(text).reverse().toString()));
    return guises;
  }

  /** The guises that are found in bytes. */
  List<String> in(byte[] written) {
    String all = bytes(written);
    return guises().entrySet().stream()
        .filter(guise -> all.contains(guise.getValue()))
        .map(guise -> name + " as " + guise.getKey())
        .toList();
  }

  /** What of its base64 does not depend on what stands around it, where so much stands before. */
  private static String base64(byte[] bytes, int before) {
    int whole = (before + bytes.length) / GROUP * GROUP;
    byte[] shifted = new byte[whole];
    System.arraycopy(bytes, 0, shifted, before, whole - before);
    String all = Base64.getEncoder().encodeToString(shifted);
    return before == 0 ? all : all.substring(4);
  }

  private static String escaped(int unit) {
    return unit < 128 ? String.valueOf((char) unit) : String.format(Locale.ROOT, "\\u%04x", unit);
  }

  private static String utf8(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String bytes(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** A file of a key: each of its lines is a secret. */
  static List<Secret> lines(String name, String file) {
    return Arrays.stream(file.split("\\R"))
        .filter(line -> line.length() > 20 && !line.startsWith("-----"))
        .map(line -> new Secret(name, line))
        .toList();
  }
}
