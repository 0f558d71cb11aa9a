package org.relaycheck.powershell;

import java.util.regex.Pattern;

/** The way PowerShell writes UTF-16 units into XML that XML cannot hold: {@code _x0000_}. */
final class CharacterEscapes {

  private static final Pattern UNIT = Pattern.compile("_x([0-9A-Fa-f]{4})_");
  private static final int HEX = 16;

  private CharacterEscapes() {}

  /** The text that was meant; a literal {@code _x} comes as {@code _x005F_x}. */
  static String decoded(String text) {
    return text.contains("_x")
        ? UNIT.matcher(text)
            .replaceAll(
                unit -> {
                  char meant = (char) Integer.parseInt(unit.group(1), HEX);
                  return meant == '\\' || meant == '$' ? "\\" + meant : String.valueOf(meant);
                })
        : text;
  }
}
