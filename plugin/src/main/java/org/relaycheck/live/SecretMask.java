package org.relaycheck.live;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.relaycheck.live.register.RegisteredServers;
import org.relaycheck.value.Raw;

/**
 * What must not be repeated of what a system says: a shell shows a line that it takes for a
 * command, and an error may quote what it was given, the password too.
 *
 * @param secrets in the guises in which they are sent
 */
public record SecretMask(List<String> secrets) {

  private static final String INSTEAD = "(secret)";

  /** What is shorter occurs in any text by chance, and what replaces it would betray it. */
  private static final int LEAST = 4;

  public SecretMask {
    secrets = List.copyOf(secrets);
  }

  /** About the secrets of accounts. */
  public static SecretMask of(List<LoginAccount> accounts) {
    List<String> guises = new ArrayList<>();
    accounts.stream()
        .flatMap(account -> Stream.of(account.password(), account.passphrase()))
        .flatMap(Optional::stream)
        .filter(secret -> secret.length() >= LEAST)
        .forEach(
            secret -> {
              guises.add(secret);
              guises.add(
                  Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
            });
    return new SecretMask(guises);
  }

  /** The same without the secrets, where people are told why something was not read. */
  public HostAnswer about(HostAnswer asked) {
    if (asked instanceof HostAnswer.Failed failed) {
      return new HostAnswer.Failed(
          about(failed.why()), about(failed.fix()), failed.stage(), failed.facts());
    }
    HostAnswer.Answered answered = (HostAnswer.Answered) asked;
    Answer answer = answered.answer();
    Map<String, String> unread = new HashMap<>(answer.unreadKinds());
    unread.replaceAll((kind, why) -> about(why));
    return new HostAnswer.Answered(
        new Answer(
            answer.facts(),
            answer.at(),
            answer.complete(),
            unread,
            answer.items().stream().map(this::about).toList(),
            answer.answered(),
            answer.servers(),
            answer.gap()),
        answered.form());
  }

  /** The same without the secrets. */
  public MailLogAnswer.Unread about(MailLogAnswer.Unread unread) {
    return new MailLogAnswer.Unread(about(unread.why()), about(unread.fix()));
  }

  /** The same without the secrets. */
  public RegisteredServers.Unread about(RegisteredServers.Unread unread) {
    return new RegisteredServers.Unread(about(unread.why()), about(unread.fix()));
  }

  private AnswerItem about(AnswerItem item) {
    Map<String, Raw> values = new HashMap<>(item.values());
    values.replaceAll(
        (name, raw) ->
            raw instanceof Raw.Unread unread ? new Raw.Unread(about(unread.why())) : raw);
    return new AnswerItem(item.kind(), item.name(), item.server(), values, item.change());
  }

  private String about(String text) {
    String quiet = text;
    for (String secret : secrets) {
      quiet = quiet.replace(secret, INSTEAD);
    }
    return quiet;
  }

  /** Without anything secret. */
  @Override
  public String toString() {
    return "Discretion";
  }
}
