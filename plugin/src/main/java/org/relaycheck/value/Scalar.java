package org.relaycheck.value;

/** A shape of one piece of text. */
abstract class Scalar<T> implements ValueType<T> {

  /** Reads trimmed text that is not empty. */
  abstract Seen<T> parse(String text);

  @Override
  public final Seen<T> read(Raw raw) {
    if (raw instanceof Raw.Text text) {
      return parse(text.value().strip());
    }
    if (raw instanceof Raw.Items items) {
      return items.values().size() == 1
          ? parse(items.values().get(0).strip())
          : Seen.notUnderstood("a list of " + items.values().size() + " is not " + hint());
    }
    if (raw instanceof Raw.CutOff cutOff) {
      return Seen.notUnderstood("the answer is cut off after '" + cutOff.shown() + "'");
    }
    return raw instanceof Raw.Unread unread ? Seen.notUnderstood(unread.why()) : Seen.nothing();
  }

  /** The usual answer to text of another shape. */
  final Seen<T> not(String text) {
    return Seen.notUnderstood("'" + text + "' is not " + hint());
  }
}
