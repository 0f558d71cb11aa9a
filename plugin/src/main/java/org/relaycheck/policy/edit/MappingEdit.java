package org.relaycheck.policy.edit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.relaycheck.yaml.YamlEdit;
import org.relaycheck.yaml.YamlText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** What is to be taken out of a mapping, and what is to be put into it. */
public final class MappingEdit {

  private final YamlText yaml;
  private final NodeTuple owner;
  private final Node node;
  private final Set<NodeTuple> gone = new HashSet<>();
  private final NewEntries added = new NewEntries();

  /** Of the value of an entry. */
  public MappingEdit(YamlText yaml, NodeTuple owner) {
    this.yaml = yaml;
    this.owner = owner;
    this.node = owner.getValueNode();
  }

  /** Whether there is a place for further entries; the value of a key may be empty, too. */
  public boolean takesMore() {
    if (!(node instanceof MappingNode mapping)) {
      return node instanceof ScalarNode scalar && scalar.getValue().isEmpty();
    }
    return YamlText.isFlow(mapping) || yaml.isFirst(mapping.getValue().get(0));
  }

  /** The entry whose value the mapping is. */
  public NodeTuple owner() {
    return owner;
  }

  public NewEntries added() {
    return added;
  }

  /** Takes an entry out; false where the text has no place that is its own. */
  public boolean remove(NodeTuple entry) {
    return (YamlText.isFlow(node) || yaml.isFirst(entry)) && gone.add(entry);
  }

  /** Whether nothing is left. */
  public boolean isEmptied() {
    return added.isEmpty() && !gone.isEmpty() && gone.size() == YamlText.entries(node).size();
  }

  /**
   * Writes the changes.
   *
   * @param depth how many keys lead here
   */
  public void write(YamlEdit edit, int depth) {
    List<NodeTuple> all = YamlText.entries(node);
    boolean refilled = gone.size() == all.size() && !added.isEmpty();
    if (refilled && YamlText.isEmptyFlow(node)) {
      edit.changes().entry(yaml.start(node) + 1, String.join(", ", added.spelled()));
    } else if (refilled) {
      edit.value(owner, added.inBraces());
    } else if (YamlText.isFlow(node)) {
      flow(edit, all);
    } else {
      gone.forEach(edit::withoutLines);
      edit.further(before(all), depth, added.spelled());
    }
  }

  private void flow(YamlEdit edit, List<NodeTuple> all) {
    gaps(edit, all);
    List<NodeTuple> kept = new ArrayList<>(all);
    kept.removeAll(gone);
    added.spelled().forEach(entry -> edit.changes().entry(yaml.end(before(kept)), ", " + entry));
  }

  /** Takes entries out, each with the comma that parts it from one that stays. */
  private void gaps(YamlEdit edit, List<NodeTuple> all) {
    int i = 0;
    while (i < all.size()) {
      if (!gone.contains(all.get(i))) {
        i++;
        continue;
      }
      int first = i;
      while (i < all.size() && gone.contains(all.get(i))) {
        i++;
      }
      int start = yaml.start(all.get(first).getKeyNode());
      boolean leads = first == 0 && i < all.size();
      int from = first == 0 ? start : yaml.end(all.get(first - 1));
      int to = leads ? yaml.start(all.get(i).getKeyNode()) : yaml.end(all.get(i - 1));
      edit.replaced(all.get(first), from, to, "");
    }
  }

  /** A further entry stands behind the others, but before what differs on hosts. */
  private static NodeTuple before(List<NodeTuple> all) {
    NodeTuple before = all.get(all.size() - 1);
    for (NodeTuple tuple : all) {
      before = YamlText.key(tuple).equals(PolicyChanges.AT) ? before : tuple;
    }
    return before;
  }
}
