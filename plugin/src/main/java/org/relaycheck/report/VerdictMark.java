package org.relaycheck.report;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Verdict;
import org.relaycheck.state.OwnedMember;

/**
 * How a verdict is shown to people.
 *
 * @param mark one character that starts a line
 * @param words to follow a number
 */
public record VerdictMark(String mark, String words) {

  /** What is there and named nowhere: nobody says that it has to go. */
  static final VerdictMark UNLISTED = new VerdictMark("*", "not listed");

  /** What is allowed until a day that is over, or near. */
  static final VerdictMark ALLOWANCE = new VerdictMark("@", "allowed until a day");

  static VerdictMark of(Verdict verdict) {
    return switch (verdict) {
      case IN_SYNC -> new VerdictMark("=", "in sync");
      case MISSING -> new VerdictMark("+", "missing");
      case DRIFTED -> new VerdictMark("~", "drifted");
      case UNEXPECTED -> new VerdictMark("-", "unexpected");
      case UNCLEAR -> new VerdictMark("?", "unclear");
      case NOT_APPLICABLE -> new VerdictMark(".", "not applicable");
      case WAIVED -> new VerdictMark("w", "waived");
      case BROKEN -> new VerdictMark("!", "broken");
    };
  }

  static VerdictMark of(Finding finding) {
    if (isAllowance(finding)) {
      return ALLOWANCE;
    }
    return isUnlisted(finding) ? UNLISTED : of(finding.verdict());
  }

  /** Whether a finding is of a last day that a policy states. */
  static boolean isAllowance(Finding finding) {
    return finding.verdict() == Verdict.BROKEN
        && finding.subject().rule().filter(id -> id.startsWith(OwnedMember.RULES)).isPresent();
  }

  /** Whether a finding is of what is named nowhere, so that no place of a policy states it. */
  static boolean isUnlisted(Finding finding) {
    return finding.verdict() == Verdict.UNEXPECTED && finding.trail().origin().isEmpty();
  }

  /** What the marks of these findings mean, in the order in which they come. */
  static Optional<String> legend(Collection<Finding> findings) {
    Set<VerdictMark> marks = new LinkedHashSet<>();
    List.of(Verdict.values()).forEach(verdict -> marks.addAll(of(verdict, findings)));
    return marks.isEmpty()
        ? Optional.empty()
        : Optional.of(
            marks.stream()
                .map(mark -> mark.mark() + " " + mark.words())
                .collect(Collectors.joining(", ", "Signs: ", "")));
  }

  private static Set<VerdictMark> of(Verdict verdict, Collection<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.verdict() == verdict)
        .map(VerdictMark::of)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The verdict as files spell it, such as {@code in_sync}. */
  public static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
