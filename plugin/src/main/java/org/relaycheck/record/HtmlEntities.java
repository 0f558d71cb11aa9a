package org.relaycheck.record;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as the source of a page of HTML spells it. */
final class HtmlEntities {

  private static final Map<String, String> NAMED =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", "\u00A0");
  private static final Pattern ENTITY =
      Pattern.compile("&(lt|gt|amp|quot|apos|nbsp|#([0-9]{1,6})|#[xX](\\p{XDigit}{1,5}));");
  private static final int HEXADECIMAL = 16;

  private HtmlEntities() {}

  /** What it means; what is not known stays as it is. */
  static String decoded(String text) {
    return ENTITY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(meaning(found)));
  }

  private static String meaning(MatchResult found) {
    if (found.group(2) != null) {
      return Character.toString(Integer.parseInt(found.group(2)));
    }
    return found.group(3) == null
        ? NAMED.getOrDefault(found.group(1), found.group())
        : Character.toString(Integer.parseInt(found.group(3), HEXADECIMAL));
  }
}
