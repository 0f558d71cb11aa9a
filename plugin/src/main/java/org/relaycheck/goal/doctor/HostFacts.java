package org.relaycheck.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relaycheck.live.Clocks;

/**
 * Facts about a host, as the steps of an examination.
 *
 * @param all by name
 */
record HostFacts(Map<String, String> all) {

  private static final String FULL = "FullLanguage";

  /** PowerShell and what it may do there. */
  Step powershell(String title) {
    String seen =
        join(
            List.of(
                one("PowerShell"),
                one("LanguageMode"),
                one("ProcessBits").map(bits -> bits + " bit"),
                one("Computer").map(name -> "on " + name)));
    return one("LanguageMode").filter(mode -> !mode.equals(FULL)).isEmpty()
        ? Step.ok(title, seen.isEmpty() ? "it ran the question" : seen)
        : Step.partly(
            title,
            seen + ": only " + FULL + " runs everything",
            "let a scheduled, signed collector write a file there, and read it with 'fetch'");
  }

  /** How Exchange's cmdlets came into the shell. */
  Step way(String title) {
    String seen =
        join(List.of(one("Way"), one("DomainController").map(name -> "domain controller " + name)));
    return Step.ok(title, seen.isEmpty() ? "the cmdlets are there" : seen);
  }

  /** The clock over there. */
  Step clock(String title) {
    return one(Clocks.FACT)
        .map(
            told ->
                told.equals(Clocks.IN_STEP)
                    ? Step.ok(title, told)
                    : Step.partly(
                        title,
                        told,
                        "set one of the two right: Kerberos refuses logins beyond 5 minutes"))
        .orElseGet(
            () ->
                Step.partly(
                    title, "the answer does not tell the time", "compare the clocks by hand"));
  }

  /** Whether all characters came back. */
  Step echo(String title) {
    return one("Echo").isPresent()
        ? Step.ok(title, "every quote, dash and blank came back as it was sent")
        : Step.failed(
            title,
            "the characters that were sent along did not come back",
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
