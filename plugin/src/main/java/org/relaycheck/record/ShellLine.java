package org.relaycheck.record;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a shell and a page print around the output of a command, told by how a line looks. */
final class ShellLine {

  private static final Pattern PROMPT =
      Pattern.compile(
          "(?:\\[[^]]*]:? *)?(?:PS ?)?(?:[A-Za-z][A-Za-z0-9]*:[^>|]*|\\\\\\\\[^>|]*|~[^>|]*)?>+ *(.*)");
  private static final Pattern ECHO = Pattern.compile("(?i)(get-receiveconnector\\b(?! ?:).*)");
  private static final Pattern FENCE =
      Pattern.compile(
          "(?:```|~~~|''')\\w*|\\{\\{\\{|}}}|(?i)\\{(?:code|noformat)[^}]*}|\\[/?(?:code|pre)[^]]*]"
              + "|</?(?:pre|code)>");

  /**
   * Errors of Windows PowerShell, of its successor, and warnings in whichever language; somewhat
   * indented, but not as far as the rest of a value.
   */
  private static final Pattern TROUBLE =
      Pattern.compile(
          "\\s{0,8}(?:[A-Za-z]+-[A-Za-z]+ ?:(?: .*)?|\\S+\\.ps1 ?: .*"
              + "|Line \\||\\d* ?\\| .*|\\p{L}+ \\p{L}+ ?:\\d+ \\p{L}+ ?:\\d+"
              + "|(?:[A-Za-z]+\\.)*[A-Za-z]*(?:Error|Exception|Operation): .*|[Ww]arning: .*"
              + "|(?:\\p{Lu}{4,}|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]+) ?[:\uFF1A].*)"
              + "|\\s*\\+ .*"
              + "|\\p{L}[^:]* failed with the following error message ?: .*");

  /** What a shell tells of itself, by the words of Windows PowerShell's languages. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "(?:VERBOSE|DEBUG|INFO|AUSF\u00DCHRLICH|COMMENTAIRES|DETALLADO|DETTAGLIATO) ?: .*");

  private static final Pattern WORD = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9]*) *:");
  private static final Pattern STARS = Pattern.compile("\\*{10,}");
  private static final Pattern CMDLET = Pattern.compile("(?i)\\b(?:get|select|where)-[a-z]+");
  private static final Pattern GETTER = Pattern.compile("(?i)get-.*");

  private ShellLine() {}

  /** The command behind a prompt, or printed alone; empty if a line is no prompt. */
  static Optional<String> command(String text) {
    Matcher prompt = PROMPT.matcher(text);
    if (prompt.matches()) {
      return Optional.of(prompt.group(1));
    }
    return ECHO.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  /**
   * Whether something went wrong, so that what is printed may not be all.
   *
   * @param known whether a name is that of a property, which somebody may spell in capitals
   */
  static boolean isTrouble(String text, Predicate<String> known) {
    Matcher word = WORD.matcher(text);
    return TROUBLE.matcher(text).matches()
        && !ASIDE.matcher(text).matches()
        && !(word.lookingAt() && known.test(word.group(1)));
  }

  /** The same where no property stands. */
  static boolean isTrouble(String text) {
    return isTrouble(text, name -> false);
  }

  /** Whether a line says nothing of the output. */
  static boolean isAside(String text) {
    return ASIDE.matcher(text).matches();
  }

  /** Whether a page begins or ends code here. */
  static boolean isFence(String text) {
    return FENCE.matcher(text.strip()).matches();
  }

  /** Whether the head of a transcript begins or ends here. */
  static boolean isStars(String text) {
    return STARS.matcher(text).matches();
  }

  /** What is printed is what the last cmdlet of a pipeline gave. */
  static Optional<String> cmdlet(String command) {
    return CMDLET
        .matcher(command)
        .results()
        .map(MatchResult::group)
        .filter(name -> GETTER.matcher(name).matches())
        .reduce((before, last) -> last);
  }
}
