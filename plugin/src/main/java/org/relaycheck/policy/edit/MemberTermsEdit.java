package org.relaycheck.policy.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.yaml.ChangedText;
import org.relaycheck.yaml.TextChanges;
import org.relaycheck.yaml.YamlEdit;
import org.relaycheck.yaml.YamlText;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * Says in a policy who answers for members of sets.
 *
 * @param yaml the policy
 * @param changes where they are gathered
 */
record MemberTermsEdit(YamlText yaml, TextChanges changes) {

  /**
   * A policy in which it is said; one that is no mapping stays as it is.
   *
   * @param owners by the keys that lead to a set, by the text of the member there
   */
  static String of(String text, Map<List<String>, Map<String, OwnedMember>> owners) {
    Optional<YamlText> yaml = YamlText.of(text);
    if (yaml.isEmpty()) {
      return text;
    }
    MemberTermsEdit edit = new MemberTermsEdit(yaml.get(), new TextChanges());
    owners.forEach(edit::say);
    return new ChangedText(text, edit.changes().sorted()).after();
  }

  private void say(List<String> resource, Map<String, OwnedMember> owners) {
    String setting = resource.get(resource.size() - 1);
    List<String> above = resource.subList(0, resource.size() - 1);
    yaml.find(resource).ifPresent(set -> say(set, owners));
    yaml.find(above)
        .flatMap(one -> yaml.entry(one.getValueNode(), PolicyChanges.AT))
        .ifPresent(
            at ->
                YamlText.entries(at.getValueNode())
                    .forEach(
                        host ->
                            yaml.entry(host.getValueNode(), setting)
                                .ifPresent(set -> say(set, owners))));
  }

  private void say(NodeTuple set, Map<String, OwnedMember> owners) {
    YamlEdit edit = new YamlEdit(yaml, changes);
    for (Node item : edit.items(set.getValueNode())) {
      OwnedMember owner = owners.get(edit.text(item));
      if (owner != null) {
        edit.say(set, item, owner.terms());
      }
    }
  }
}
