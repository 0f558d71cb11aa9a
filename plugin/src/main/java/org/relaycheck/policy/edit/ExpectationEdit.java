package org.relaycheck.policy.edit;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.policy.read.OperatorAttribute;
import org.relaycheck.yaml.YamlEdit;
import org.relaycheck.yaml.YamlNodes;
import org.relaycheck.yaml.YamlText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The change of what a policy expects of one setting.
 *
 * @param edit of the text
 * @param tuple the setting and what is expected of it
 * @param depth how many keys lead to it
 */
record ExpectationEdit(YamlEdit edit, NodeTuple tuple, int depth) {

  private static final String FILE = "file";

  private static final List<String> STAYING =
      List.of(
          OperatorAttribute.SEVERITY.word(),
          OperatorAttribute.WHY.word(),
          OperatorAttribute.REMEDIATION.word());

  /** Just this value is expected; false where the text has no place for it. */
  boolean to(PolicyDraft.Stated stated) {
    Node value = tuple.getValueNode();
    if (isListed(value)) {
      return false;
    }
    if (value instanceof MappingNode mapping
        && mapping.getValue().stream().anyMatch(ExpectationEdit::stays)) {
      return YamlText.isFlow(mapping) ? flow(mapping, stated) : block(mapping, stated);
    }
    if (value instanceof SequenceNode list && stated instanceof PolicyDraft.Several several) {
      if (!edit.lines(list, depth, several.texts())) {
        edit.value(tuple, edit.list(list, several.texts()));
      }
    } else {
      edit.value(tuple, spelled(stated));
    }
    return true;
  }

  /** Whether a file lists some of it, which would be another file to change. */
  private static boolean isListed(Node value) {
    return value instanceof SequenceNode list
        ? list.getValue().stream().anyMatch(ExpectationEdit::isListed)
        : YamlText.entries(value).stream()
            .anyMatch(
                entry ->
                    YamlText.key(entry).equals(FILE)
                        || (!stays(entry) && isListed(entry.getValueNode())));
  }

  private static boolean stays(NodeTuple entry) {
    return STAYING.contains(YamlText.key(entry));
  }

  private static String spelled(PolicyDraft.Stated stated) {
    String entry = YamlNodes.inline(YamlNodes.entry("is", PolicyDraftWriter.value(stated)));
    return entry.substring("is: ".length());
  }

  private boolean flow(MappingNode mapping, PolicyDraft.Stated stated) {
    List<String> parts = new ArrayList<>();
    boolean said = false;
    for (NodeTuple entry : mapping.getValue()) {
      if (stays(entry)) {
        parts.add(edit.yaml().source(entry));
      } else if (!said) {
        parts.add("is: " + spelled(stated));
        said = true;
      }
    }
    edit.value(tuple, "{" + String.join(", ", parts) + "}");
    return true;
  }

  /** The first operator's line says the value, and the others' lines go. */
  private boolean block(MappingNode mapping, PolicyDraft.Stated stated) {
    List<NodeTuple> operators = mapping.getValue().stream().filter(entry -> !stays(entry)).toList();
    List<NodeTuple> others = operators.subList(1, operators.size());
    if (!others.stream().allMatch(edit.yaml()::isFirst)) {
      return false;
    }
    edit.whole(operators.get(0), "is: " + spelled(stated));
    others.forEach(edit::withoutLines);
    return true;
  }
}
