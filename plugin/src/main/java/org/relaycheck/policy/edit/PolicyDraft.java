package org.relaycheck.policy.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A policy that is to be written.
 *
 * @param head lines of comment at its beginning
 * @param groups hosts by the name of their group
 * @param kinds what it says, in the order of writing
 */
public record PolicyDraft(
    List<String> head, SortedMap<String, List<String>> groups, List<Kind> kinds) {

  public PolicyDraft {
    head = List.copyOf(head);
    kinds = List.copyOf(kinds);
  }

  /** What a policy states of one setting. */
  public sealed interface Stated {}

  /** One text, which is the value as a policy spells it. */
  public record One(String text) implements Stated {}

  /** Several texts. */
  public record Several(List<String> texts) implements Stated {
    public Several {
      texts = List.copyOf(texts);
    }
  }

  /** That it is empty. */
  public record Nothing() implements Stated {}

  /** That what a template says of it does not count here. */
  public record Anything() implements Stated {}

  /**
   * All that is said of one kind.
   *
   * @param kind its key
   * @param template what most of its resources have in common; empty for no template
   * @param resources one entry each
   */
  public record Kind(String kind, Map<String, Stated> template, List<Resource> resources) {
    public Kind {
      resources = List.copyOf(resources);
    }
  }

  /**
   * A resource, on one host or several.
   *
   * @param name its name; {@code {host}} stands for the server's own
   * @param hosts where it is
   * @param group the group that is just these hosts
   * @param own what holds on all of them, over the template
   * @param at what holds on one of them
   * @param remarks what was left out, and why
   */
  public record Resource(
      String name,
      List<String> hosts,
      Optional<String> group,
      Map<String, Stated> own,
      SortedMap<String, Map<String, Stated>> at,
      List<String> remarks) {
    public Resource {
      hosts = List.copyOf(hosts);
      remarks = List.copyOf(remarks);
    }
  }
}
