package org.relaycheck.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A shape of several pieces of text, also where an answer or a policy gives them as one. */
public abstract class Plural<T> implements ValueType<T> {

  private final Pattern separator;

  public Plural(String separator) {
    this.separator = Pattern.compile(separator);
  }

  /** Reads trimmed pieces, none of them empty, at least one. */
  protected abstract Seen<T> parse(List<String> pieces);

  @Override
  public final Seen<T> read(Raw raw) {
    if (raw instanceof Raw.CutOff cutOff) {
      return Seen.notUnderstood("the answer is cut off after '" + cutOff.shown() + "'");
    }
    if (raw instanceof Raw.Unread unread) {
      return Seen.notUnderstood(unread.why());
    }
    List<String> pieces = pieces(raw);
    return pieces.isEmpty() ? Seen.nothing() : parse(pieces);
  }

  /** The pieces as they are spelled; none where nothing was read, or not all. */
  public final List<String> pieces(Raw raw) {
    List<String> pieces = new ArrayList<>();
    for (String piece : given(raw)) {
      if (!piece.isBlank()) {
        pieces.add(piece.strip());
      }
    }
    return pieces;
  }

  private List<String> given(Raw raw) {
    if (raw instanceof Raw.Text text) {
      return List.of(separator.split(bare(text.value().strip())));
    }
    return raw instanceof Raw.Items items ? items.values() : List.of();
  }

  /** Exchange prints a list in braces. */
  private static String bare(String text) {
    return text.startsWith("{") && text.endsWith("}") ? text.substring(1, text.length() - 1) : text;
  }
}
