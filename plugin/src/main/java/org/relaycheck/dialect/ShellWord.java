package org.relaycheck.dialect;

import java.util.regex.Pattern;

/**
 * A word of a command line in quotes, which sh and PowerShell take alike: PowerShell splits an
 * option at its first dot unless it is quoted.
 */
public final class ShellWord {

  /**
   * What one of them does not leave as it is between double quotes: {@code $} and the grave accent
   * begin something, history is called by {@code !}, a backslash may quote what follows, and
   * PowerShell takes three more characters for a double quote.
   */
  private static final Pattern OBEYED = Pattern.compile("[$`\"!\u201C\u201D\u201E]|\\\\(?=\\\\|$)");

  /** The apostrophe, and what PowerShell takes for one. */
  private static final Pattern APOSTROPHE = Pattern.compile("['\u2018\u2019\u201A\u201B]");

  private ShellWord() {}

  /**
   * The word between double quotes, which cmd knows too, or, if something in it would be obeyed
   * there, between single ones. A word that neither shell takes as the other does is spelled for
   * sh.
   */
  public static String of(String word) {
    if (!OBEYED.matcher(word).find()) {
      return '"' + word + '"';
    }
    return APOSTROPHE.matcher(word).find()
        ? "'" + word.replace("'", "'\\''") + "'"
        : "'" + word + "'";
  }
}
