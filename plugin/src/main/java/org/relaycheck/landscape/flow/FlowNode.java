package org.relaycheck.landscape.flow;

import java.util.List;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.HostNames;
import org.relaycheck.state.Address;

/**
 * Resources that are equal but for their host, as one place of the map.
 *
 * @param addresses what is there, at least one; without a name where a host as a whole is meant
 * @param words what is to be said of each, a line each
 * @param known whether it was read, so that what is said is so
 * @param broken the rules that are broken at the first of them
 */
public record FlowNode(
    List<Address> addresses, List<String> words, boolean known, List<Finding> broken) {

  public FlowNode {
    addresses = List.copyOf(addresses);
    words = List.copyOf(words);
    broken = List.copyOf(broken);
  }

  /** Its name, and on which host: of several in two lines. */
  public List<String> title() {
    Address first = addresses.get(0);
    if (addresses.size() == 1) {
      return List.of(first.toString());
    }
    String name = HostNames.general(first.name(), first.host());
    return List.of(
        name.isEmpty() ? first.kind() : name, addresses.size() + " hosts like " + first.host());
  }

  /** What another has to have alike to be drawn as the same. */
  List<Object> shape() {
    Address first = addresses.get(0);
    return List.of(
        Address.folded(HostNames.general(first.name(), first.host())),
        words.stream().map(line -> HostNames.general(line, first.host())).toList(),
        known,
        broken.stream().map(one -> one.subject().rule()).toList());
  }

  /** The same with more of its like. */
  FlowNode like(List<Address> all) {
    String host = addresses.get(0).host();
    return all.size() == 1
        ? this
        : new FlowNode(
            all, words.stream().map(l -> HostNames.general(l, host)).toList(), known, broken);
  }
}
