package org.relaycheck.standin.powershell;

import java.util.ArrayList;
import java.util.List;

/** A command with its arguments. */
final class Command {

  private final String name;
  private final List<Node> positional = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Node> named = new ArrayList<>();
  private final List<Node> splatted = new ArrayList<>();

  Command(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  void positional(Node value) {
    positional.add(value);
  }

  void named(String parameter, Node value) {
    names.add(parameter);
    named.add(value);
  }

  void splatted(Node table) {
    splatted.add(table);
  }

  List<Object> values(Scope scope) {
    List<Object> values = new ArrayList<>();
    positional.forEach(node -> values.add(node.value(scope)));
    return values;
  }

  /** The named ones, each once. */
  Hash parameters(Scope scope) {
    Hash all = new Hash();
    for (int i = 0; i < names.size(); i++) {
      put(all, names.get(i), named.get(i).value(scope));
    }
    for (Node node : splatted) {
      Hash table = (Hash) node.value(scope);
      table.names().forEach(key -> put(all, key, table.get(key)));
    }
    return all;
  }

  private static void put(Hash all, String name, Object value) {
    if (all.has(name)) {
      throw new Fault(
          "Cannot bind parameter because parameter '" + name + "' is specified more than once.");
    }
    all.put(name, value);
  }
}
