package org.relaycheck.policy.read;

import java.util.List;
import java.util.regex.Pattern;
import org.relaycheck.yaml.YamlTree;
import org.relaycheck.yaml.YamlTreeBuilder;

/** The text {@code {host}} in a policy, which stands for the name that the server gives itself. */
public final class HostName {

  public static final String MARK = YamlTreeBuilder.HOST_MARK;

  private HostName() {}

  public static boolean isIn(YamlTree tree) {
    if (tree instanceof YamlTree.Scalar scalar) {
      return scalar.text().contains(MARK);
    }
    return tree instanceof YamlTree.Sequence list
        ? list.items().stream().anyMatch(HostName::isIn)
        : ((YamlTree.Mapping) tree)
            .entries().stream().anyMatch(entry -> isIn(entry.key()) || isIn(entry.value()));
  }

  /**
   * The tree with a server's name; in a pattern the name is quoted, for it may hold a backslash.
   */
  public static YamlTree filledIn(YamlTree tree, String server) {
    if (tree instanceof YamlTree.Scalar scalar) {
      return new YamlTree.Scalar(scalar.place(), in(scalar.text(), server), scalar.plain());
    }
    if (tree instanceof YamlTree.Sequence list) {
      List<YamlTree> items = list.items().stream().map(item -> filledIn(item, server)).toList();
      return new YamlTree.Sequence(list.place(), items);
    }
    YamlTree.Mapping mapping = (YamlTree.Mapping) tree;
    List<YamlTree.Entry> entries =
        mapping.entries().stream()
            .map(
                entry ->
                    new YamlTree.Entry(
                        (YamlTree.Scalar) filledIn(entry.key(), server),
                        filledIn(entry.value(), inside(entry, server))))
            .toList();
    return new YamlTree.Mapping(mapping.place(), entries);
  }

  private static String inside(YamlTree.Entry entry, String server) {
    return entry.name().equals(PolicyOperator.MATCHES.word()) ? Pattern.quote(server) : server;
  }

  public static String in(String text, String server) {
    return text.replace(MARK, server);
  }
}
