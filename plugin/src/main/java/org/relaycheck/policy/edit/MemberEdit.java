package org.relaycheck.policy.edit;

import java.util.List;
import java.util.Optional;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.state.Place;
import org.relaycheck.yaml.ChangedText;
import org.relaycheck.yaml.TextChanges;
import org.relaycheck.yaml.YamlEdit;
import org.relaycheck.yaml.YamlNodes;
import org.relaycheck.yaml.YamlText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One more or one less member of a set that a policy states: comments and line ends stay. */
public final class MemberEdit {

  private static final List<String> OPERANDS = List.of("is", "contains");
  private static final String FILE = "file";

  private final String text;
  private final YamlText yaml;
  private final NodeTuple setting;
  private final int depth;
  private final TextChanges changes = new TextChanges();

  private MemberEdit(String text, YamlText yaml, NodeTuple setting, int depth) {
    this.text = text;
    this.yaml = yaml;
    this.setting = setting;
    this.depth = depth;
  }

  /**
   * Of the set at a place; empty where the text has no place that serves it alone.
   *
   * @param text without byte order mark
   * @param place of the setting's key
   */
  public static Optional<MemberEdit> of(String text, Place place) {
    return YamlText.of(text)
        .flatMap(
            yaml ->
                yaml.path(place.line(), place.column())
                    .flatMap(
                        path ->
                            yaml.find(path)
                                .map(found -> new MemberEdit(text, yaml, found, path.size()))))
        .map(MemberEdit::operand);
  }

  /** The set below an operator. */
  private MemberEdit operand() {
    for (String operator : OPERANDS) {
      Optional<NodeTuple> below = yaml.entry(setting.getValueNode(), operator);
      if (below.isPresent()) {
        return new MemberEdit(text, yaml, below.get(), depth + 1);
      }
    }
    return this;
  }

  /** The name of the file that lists the whole set, if one does. */
  public Optional<String> file() {
    return yaml.entry(setting.getValueNode(), FILE)
        .map(NodeTuple::getValueNode)
        .filter(ScalarNode.class::isInstance)
        .map(name -> ((ScalarNode) name).getValue());
  }

  /** With a member more. */
  public Optional<ChangedText> with(OwnedMember member) {
    YamlEdit edit = new YamlEdit(yaml, changes);
    String item = YamlNodes.said(member.text(), member.terms());
    Node value = setting.getValueNode();
    if (value instanceof SequenceNode list) {
      return done(edit.further(list, depth, item));
    }
    if (value instanceof ScalarNode scalar && !scalar.getValue().isEmpty()) {
      String before = yaml.source(yaml.start(scalar), yaml.end(scalar));
      edit.value(setting, "[" + before + ", " + item + "]");
      return done(true);
    }
    return Optional.empty();
  }

  /**
   * With one of several members less.
   *
   * @param place of the member
   */
  public Optional<ChangedText> without(Place place) {
    if (!(setting.getValueNode() instanceof SequenceNode list)) {
      return Optional.empty();
    }
    YamlEdit edit = new YamlEdit(yaml, changes);
    return list.getValue().stream()
        .filter(item -> isAt(item, place))
        .findFirst()
        .flatMap(item -> done(edit.without(list, item)));
  }

  /** A text, or a mapping of that text alone. */
  private static boolean isAt(Node item, Place place) {
    Node key =
        item instanceof MappingNode mapping && mapping.getValue().size() == 1
            ? mapping.getValue().get(0).getKeyNode()
            : item;
    return key.getStartMark().getLine() + 1 == place.line()
        && key.getStartMark().getColumn() + 1 == place.column();
  }

  private Optional<ChangedText> done(boolean changed) {
    return changed ? Optional.of(new ChangedText(text, changes.sorted())) : Optional.empty();
  }
}
