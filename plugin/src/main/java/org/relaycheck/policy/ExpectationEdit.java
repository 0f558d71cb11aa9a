package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The change of what a policy expects of one setting.
 *
 * @param yaml the text
 * @param tuple the setting and what is expected of it
 */
record ExpectationEdit(YamlText yaml, NodeTuple tuple) {

  private static final List<String> STAYING =
      List.of(Attribute.SEVERITY.word(), Attribute.WHY.word(), Attribute.REMEDY.word());

  /** The whole text, in which just this value is expected. */
  Optional<String> to(Draft.Stated stated) {
    Node value = tuple.getValueNode();
    YamlEdit edit = new YamlEdit(yaml);
    if (value instanceof MappingNode mapping) {
      return mapping.getValue().stream().anyMatch(ExpectationEdit::stays)
          ? YamlText.isFlow(mapping) ? Optional.of(flow(stated)) : block(mapping, stated)
          : Optional.of(edit.value(tuple, spelled(stated)));
    }
    if (value instanceof SequenceNode list && stated instanceof Draft.Several several) {
      return edit.lines(list, several.texts())
          .or(() -> Optional.of(edit.value(tuple, edit.list(list, several.texts()))));
    }
    return Optional.of(edit.value(tuple, spelled(stated)));
  }

  private static boolean stays(NodeTuple entry) {
    return STAYING.contains(YamlText.key(entry));
  }

  private static String spelled(Draft.Stated stated) {
    String entry = YamlNodes.inline(YamlNodes.entry("is", DraftWriter.value(stated)));
    return entry.substring("is: ".length());
  }

  private String flow(Draft.Stated stated) {
    List<String> parts = new ArrayList<>();
    boolean said = false;
    for (NodeTuple entry : YamlText.entries(tuple.getValueNode())) {
      if (stays(entry)) {
        parts.add(yaml.source(yaml.start(entry.getKeyNode()), yaml.end(entry)));
      } else if (!said) {
        parts.add("is: " + spelled(stated));
        said = true;
      }
    }
    return new YamlEdit(yaml).value(tuple, "{" + String.join(", ", parts) + "}");
  }

  /** The first operator's line says the value, and the others' lines go. */
  private Optional<String> block(MappingNode mapping, Draft.Stated stated) {
    List<NodeTuple> operators = mapping.getValue().stream().filter(entry -> !stays(entry)).toList();
    if (operators.size() == 1) {
      return Optional.of(new YamlEdit(yaml).whole(operators.get(0), "is: " + spelled(stated)));
    }
    NodeTuple gone = operators.get(operators.size() - 1);
    return new YamlEdit(yaml)
        .without(mapping, gone)
        .flatMap(YamlText::of)
        .flatMap(
            next ->
                next.path(
                        tuple.getKeyNode().getStartMark().getLine() + 1,
                        tuple.getKeyNode().getStartMark().getColumn() + 1)
                    .flatMap(next::find)
                    .flatMap(again -> new ExpectationEdit(next, again).to(stated)));
  }
}
