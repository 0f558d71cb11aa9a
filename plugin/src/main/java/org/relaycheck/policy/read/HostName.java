package org.relaycheck.policy;

import java.util.List;
import java.util.regex.Pattern;

/** The text {@code {host}} in a policy, which stands for the name that the server gives itself. */
final class HostName {

  static final String MARK = TreeBuilder.HOST_MARK;

  private HostName() {}

  static boolean isIn(Tree tree) {
    if (tree instanceof Tree.Scalar scalar) {
      return scalar.text().contains(MARK);
    }
    return tree instanceof Tree.Sequence list
        ? list.items().stream().anyMatch(HostName::isIn)
        : ((Tree.Mapping) tree).entries().stream().anyMatch(entry -> isIn(entry.value()));
  }

  /**
   * The tree with a server's name; in a pattern the name is quoted, for it may hold a backslash.
   */
  static Tree filledIn(Tree tree, String server) {
    if (tree instanceof Tree.Scalar scalar) {
      return new Tree.Scalar(scalar.place(), in(scalar.text(), server), scalar.plain());
    }
    if (tree instanceof Tree.Sequence list) {
      List<Tree> items = list.items().stream().map(item -> filledIn(item, server)).toList();
      return new Tree.Sequence(list.place(), items);
    }
    Tree.Mapping mapping = (Tree.Mapping) tree;
    List<Tree.Entry> entries =
        mapping.entries().stream()
            .map(
                entry ->
                    new Tree.Entry(entry.key(), filledIn(entry.value(), inside(entry, server))))
            .toList();
    return new Tree.Mapping(mapping.place(), entries);
  }

  private static String inside(Tree.Entry entry, String server) {
    return entry.name().equals(Operator.MATCHES.word()) ? Pattern.quote(server) : server;
  }

  static String in(String text, String server) {
    return text.replace(MARK, server);
  }
}
