package org.relaycheck.probe.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The certificate that a server showed.
 *
 * @param subject whom it is for
 * @param issuer who vouches
 * @param names host names and addresses that it is for
 * @param from the first moment it is good
 * @param until the last
 * @param distrust why this Java does not trust who vouches; empty if it does
 */
public record CertificateChain(
    String subject,
    String issuer,
    List<String> names,
    Instant from,
    Instant until,
    Optional<String> distrust) {

  private static final String ANY = "*.";

  public CertificateChain {
    names = List.copyOf(names);
  }

  /** Whether it is for a name; a star stands for one label (RFC 6125). */
  public boolean isFor(String name) {
    String wanted = folded(name);
    int dot = wanted.indexOf('.');
    String starred = dot < 0 ? wanted : ANY + wanted.substring(dot + 1);
    return names.stream()
        .map(CertificateChain::folded)
        .anyMatch(one -> one.equals(wanted) || one.equals(starred));
  }

  private static String folded(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** Whole days that it is still good; negative if it is over. */
  public long daysLeft(Instant now) {
    return Math.floorDiv(Duration.between(now, until).toSeconds(), 86_400);
  }
}
