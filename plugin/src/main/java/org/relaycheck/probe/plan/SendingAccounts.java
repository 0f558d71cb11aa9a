package org.relaycheck.probe.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.probe.wire.MailEnvelope;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Policy;
import org.relaycheck.value.Text;

/**
 * The mail accounts of a policy that send through one server.
 *
 * @param names by which they call it; where none does, its own name, if it has one
 * @param encrypts whether one of them wants TLS
 * @param sender the address that one of them sends from; empty if none is stated that is plain
 *     ASCII
 */
public record SendingAccounts(List<String> names, boolean encrypts, Optional<String> sender) {

  public SendingAccounts {
    names = List.copyOf(names);
  }

  /**
   * Those of a server.
   *
   * @param names that lead to it
   * @param own the name by which it is called here
   */
  public static SendingAccounts of(Policy policy, Set<String> names, String own) {
    List<StatedValues> accounts = new ArrayList<>();
    for (Desired desired : policy.desired()) {
      StatedValues stated = new StatedValues(desired.statements());
      if (desired.selector().kind().equals(MailAccountRows.CATALOGUE.kind())
          && stated.value(MailAccountRows.MAILSERVER_NAME).filter(in(names)).isPresent()) {
        accounts.add(stated);
      }
    }
    List<StatedValues> secret =
        accounts.stream()
            .filter(one -> one.value(MailAccountRows.ENABLE_SSL).orElse(false))
            .toList();
    Set<String> called = new LinkedHashSet<>();
    secret.forEach(
        one ->
            one.value(MailAccountRows.MAILSERVER_NAME)
                .ifPresent(name -> called.add(name.spelling())));
    if (called.isEmpty() && !isAddress(own)) {
      called.add(own);
    }
    return new SendingAccounts(List.copyOf(called), !secret.isEmpty(), sender(accounts));
  }

  private static Predicate<Text> in(Set<String> names) {
    return name -> names.stream().anyMatch(one -> Address.compareFolded(one, name.spelling()) == 0);
  }

  private static Optional<String> sender(List<StatedValues> accounts) {
    return accounts.stream()
        .flatMap(one -> one.value(MailAccountRows.EMAIL_ADDRESS).stream())
        .map(Text::spelling)
        .filter(MailEnvelope::holds)
        .findFirst();
  }

  private static boolean isAddress(String name) {
    return name.indexOf(':') >= 0 || name.matches("[0-9.]+");
  }
}
