package org.relaycheck.value;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Names in an order that means something, without regard to case; a comma with a space parts them.
 * A name that is lacking comes last.
 */
final class NameListType extends Plural<List<Text>> {

  private final UnaryOperator<String> bare;

  /**
   * @param bare the name in an entry, to which an answer may have added a remark
   */
  NameListType(UnaryOperator<String> bare) {
    super(", +");
    this.bare = bare;
  }

  @Override
  protected Seen<List<Text>> parse(List<String> pieces) {
    List<Text> names = pieces.stream().map(Text::folded).toList();
    Set<Text> known = new HashSet<>();
    for (Text name : names) {
      if (!known.add(name)) {
        return Seen.notUnderstood("'" + name + "' is there twice; expected " + hint());
      }
    }
    return Seen.of(names);
  }

  @Override
  public Optional<Members<List<Text>>> members() {
    return Optional.of(new ListMembers<>(entry -> Text.folded(bare.apply(entry.spelling()))));
  }

  private static List<String> spelled(List<Text> value) {
    return value.stream().map(Text::spelling).toList();
  }

  @Override
  public String show(List<Text> value) {
    return String.join(", ", spelled(value));
  }

  @Override
  public Literal write(List<Text> value) {
    return Literal.Items.of(spelled(value));
  }

  @Override
  public String hint() {
    return "a list of different names, in their order";
  }

  @Override
  public String word() {
    return "names";
  }

  @Override
  public Map<String, Object> schema() {
    Map<String, Object> text = Map.of("type", "string");
    return Map.of(
        "anyOf", List.of(text, Map.of("type", "array", "items", text, "uniqueItems", true)));
  }
}
