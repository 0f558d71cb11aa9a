package org.relaycheck.explain.sign;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The table of what logs say. The first row that fits counts, so that a row stands before those
 * whose words are part of its own: other mail systems before Exchange, events before the replies
 * that they quote, and codes without known words last, for texts in other languages.
 */
public final class SignRows {

  /** Four numbers or more, as addresses and versions have; codes have three. */
  private static final Pattern ADDRESS = Pattern.compile("\\d+(?:\\.\\d+){3,}");

  private static final String NDR = "Exchange non-delivery reports guide";

  public static final LogSign CODE_432 =
      LogSign.code(
          "code-4.3.2",
          "4.3.2 with unknown words: check the service first, not a limit",
          code("4\\.3\\.2"),
          NDR);

  public static final LogSign CODE_571 =
      LogSign.code(
          "code-5.7.1",
          "5.7.1 with unknown words: a refusal, of which only the words give the reason",
          code("5\\.7\\.1"),
          NDR);

  public static final LogSign CODE_440 =
      LogSign.code(
          "code-4.4.0",
          "4.4.0 with unknown words: mail waits in a queue of Exchange, and the words"
              + " behind the code say why",
          code("4\\.4\\.0"),
          "KB 972744");

  public static final LogSign TRUNCATED =
      LogSign.code(
          "text-cut-off",
          "the text ends before it says what failed",
          "\\d{1,9} \\(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\)\\W*(?:[^:]{0,60}:?)?\\W*$",
          "texts that administrators published");

  /** Every row, in the order in which they are asked. */
  public static final List<LogSign> ALL =
      Stream.of(
              OtherRelaySignRows.ALL,
              EventSignRows.ALL,
              ReplySignRows.ALL,
              SqlServerSignRows.ALL,
              ClientSignRows.ALL,
              List.of(CODE_432, CODE_571, CODE_440),
              ClientSignRows.LAST,
              List.of(TRUNCATED))
          .flatMap(List::stream)
          .toList();

  private SignRows() {}

  /** An enhanced code where a reply has it; elsewhere it could be a version or an address. */
  private static String code(String digits) {
    return "(?:^|\\b[45]\\d\\d[ -]|: )" + digits + "(?![.\\d])";
  }

  /** What a text says; empty if nothing that is known. */
  public static Optional<LogSign> of(String text) {
    String bare = ADDRESS.matcher(text).replaceAll("#"); // a part of one reads like a code
    return ALL.stream().filter(sign -> sign.isIn(bare)).findFirst();
  }
}
