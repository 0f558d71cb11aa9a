package org.relaycheck.landscape;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.relaycheck.landscape.input.NotKnownException;

/**
 * A certificate that a server can use, as Get-ExchangeCertificate tells it.
 *
 * @param thumbprint which
 * @param subject as it stands in TlsCertificateName
 * @param issuer the same
 * @param names in DNS, that it is for
 * @param until the last day on which it is good, in UTC; empty if that is not told
 * @param services of Exchange that may use it
 */
public record Certificate(
    String thumbprint,
    String subject,
    String issuer,
    List<String> names,
    Optional<LocalDate> until,
    List<String> services) {

  private static final String READ = "Certificates";
  private static final String EACH = "Certificate.";

  public Certificate {
    names = List.copyOf(names);
    services = List.copyOf(services);
  }

  /** All of a server, by thumbprint. */
  static List<Certificate> of(Server server) throws NotKnownException {
    server.listed(READ);
    Map<String, Map<String, String>> parts = new TreeMap<>();
    server
        .allTold(EACH)
        .forEach(
            (name, value) -> {
              int dot = name.indexOf('.');
              if (dot > 0) {
                parts
                    .computeIfAbsent(name.substring(0, dot), one -> new TreeMap<>())
                    .put(name.substring(dot + 1), value);
              }
            });
    List<Certificate> all = new ArrayList<>();
    parts.forEach((thumbprint, told) -> all.add(of(thumbprint, told)));
    return all;
  }

  private static Certificate of(String thumbprint, Map<String, String> told) {
    Function<String, String> part = name -> told.getOrDefault(name, "");
    return new Certificate(
        thumbprint,
        part.apply("Subject"),
        part.apply("Issuer"),
        words(part.apply("Names")),
        day(part.apply("NotAfter")),
        words(part.apply("Services")));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }

  private static Optional<LocalDate> day(String time) {
    try {
      return Optional.of(LocalDateTime.parse(time).toLocalDate());
    } catch (DateTimeParseException untold) {
      return Optional.empty();
    }
  }

  /** Whether the SMTP services may use it. */
  boolean isForSmtp() {
    return services.stream().anyMatch("SMTP"::equalsIgnoreCase);
  }

  /** Whether a TlsCertificateName, as {@code <I>issuer<S>subject}, means it. */
  boolean isNamed(String tlsCertificateName) {
    return tlsCertificateName.equalsIgnoreCase("<I>" + issuer + "<S>" + subject);
  }

  /** Whether it is for a name in DNS, be it by a wildcard. */
  public boolean isFor(String name) {
    String asked = name.toLowerCase(Locale.ROOT);
    int dot = asked.indexOf('.');
    String wildcard = dot < 0 ? asked : "*" + asked.substring(dot);
    return names.stream()
        .map(one -> one.toLowerCase(Locale.ROOT))
        .anyMatch(one -> one.equals(asked) || one.equals(wildcard));
  }

  /** Whether it is over on a day. */
  public boolean isOver(LocalDate day) {
    return until.filter(day::isAfter).isPresent();
  }

  /** Such as "1A2B3C4D (CN=mail.corp.example)". */
  @Override
  public String toString() {
    return thumbprint + " (" + subject + ")";
  }
}
