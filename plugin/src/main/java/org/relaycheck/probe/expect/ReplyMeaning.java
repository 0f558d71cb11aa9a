package org.relaycheck.probe.expect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.relaycheck.catalogue.Property;
import org.relaycheck.probe.wire.SmtpResponse;

/**
 * What a reply means.
 *
 * @param kind what it says of a connector
 * @param code its first digits, such as {@code 4} or {@code 421}
 * @param status the enhanced status code; empty for any
 * @param words all in it, in lower case
 * @param told what it means
 * @param look the settings that govern it, the likeliest first
 */
public record ReplyMeaning(
    Kind kind,
    String code,
    String status,
    List<String> words,
    String told,
    List<Property<?>> look) {

  /** What a reply says. */
  enum Kind {
    /** There are too many connections, of this client as far as the words tell. */
    CROWDED,
    /** There are too many connections of all clients together. */
    FULL,
    /** The server cannot now, or will not for a reason of its own. */
    BUSY,
    /** Who sends may not. */
    STRANGER,
    /** Who receives is not served. */
    NO_RELAY,
    /** The recipient's domain is refused for its name. */
    RESERVED,
    /** Something else about the session or the message. */
    OTHER
  }

  /** Servers repeat the address that was named, and its words are not theirs. */
  private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");

  public ReplyMeaning {
    words = List.copyOf(words);
    look = List.copyOf(look);
  }

  /** What a response means; empty for a text that is not known, and for silence. */
  static Optional<ReplyMeaning> of(SmtpResponse response) {
    return response instanceof SmtpResponse.Reply reply
        ? ReplyMeanings.ALL.stream().filter(meaning -> meaning.fits(reply)).findFirst()
        : Optional.empty();
  }

  private boolean fits(SmtpResponse.Reply reply) {
    String text = ADDRESS.matcher(reply.shown()).replaceAll("").toLowerCase(Locale.ROOT);
    return Integer.toString(reply.code()).startsWith(code)
        && (status.isEmpty() || reply.enhanced().filter(status::equals).isPresent())
        && words.stream().allMatch(text::contains);
  }

  /** What is known of a response, to follow it: " (usually the limit ...)", or nothing. */
  public static String after(SmtpResponse response) {
    return of(response).map(meaning -> " (usually " + meaning.told() + ")").orElse("");
  }

  /** Where to look for the cause of a response. */
  public static String look(SmtpResponse response, Property<?>... otherwise) {
    return of(response)
        .map(meaning -> meaning.look().isEmpty() ? meaning.told() : NextSteps.look(meaning.look()))
        .orElseGet(() -> NextSteps.look(otherwise));
  }

  static boolean is(SmtpResponse response, Kind kind) {
    return of(response).filter(meaning -> meaning.kind() == kind).isPresent();
  }
}
