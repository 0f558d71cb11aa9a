package org.relaycheck.goal.doctor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relaycheck.live.ClockComparison;

/**
 * Facts about a host, as the steps of an examination.
 *
 * @param all by name
 */
record HostFacts(Map<String, String> all) {

  private static final String FULL = "FullLanguage";

  /** PowerShell and what it may do there. */
  ExaminationStep powershell(String title) {
    String seen =
        join(
            List.of(
                one("PowerShell"),
                one("LanguageMode"),
                one("ProcessBits").map(bits -> bits + " bit"),
                one("Computer").map(name -> "on " + name)));
    return one("LanguageMode").filter(mode -> !mode.equals(FULL)).isEmpty()
        ? ExaminationStep.ok(title, seen.isEmpty() ? "it ran the question" : seen)
        : ExaminationStep.partly(
            title,
            seen + ": only " + FULL + " runs everything",
            "let a scheduled, signed collector write a file there, and read it with 'fetch'");
  }

  /** How Exchange's cmdlets came into the shell. */
  ExaminationStep way(String title) {
    String seen =
        join(List.of(one("Way"), one("DomainController").map(name -> "domain controller " + name)));
    return ExaminationStep.ok(title, seen.isEmpty() ? "the cmdlets are there" : seen);
  }

  /** The clock over there. */
  ExaminationStep clock(String title) {
    return one(ClockComparison.FACT)
        .map(
            told ->
                told.equals(ClockComparison.IN_STEP)
                    ? ExaminationStep.ok(title, told)
                    : ExaminationStep.partly(
                        title,
                        told,
                        "correct one of the two clocks: Kerberos refuses logins beyond 5 minutes"))
        .orElseGet(
            () ->
                ExaminationStep.partly(
                    title, "the answer does not contain the time", "compare the clocks by hand"));
  }

  /** Whether all characters came back. */
  ExaminationStep echo(String title) {
    return one("Echo").isPresent()
        ? ExaminationStep.ok(title, "every quote, dash and blank came back as it was sent")
        : ExaminationStep.failed(
            title,
            "the test characters that were sent did not come back",
            "something else than the collector of this plugin answers there: look what 'command='"
                + " or ForceCommand runs");
  }

  /** Who the server says it is. */
  String server() {
    return join(
        List.of(
            one("ServerName"),
            one("ProductVersion"),
            one("Edition"),
            one("HostPlatform"),
            one("Hosting"),
            one("ExchangeVersion"),
            one("ServerRole")));
  }

  private Optional<String> one(String name) {
    return Optional.ofNullable(all.get(name)).filter(text -> !text.isEmpty());
  }

  private static String join(List<Optional<String>> parts) {
    return parts.stream().flatMap(Optional::stream).collect(Collectors.joining(", "));
  }
}
