package org.relaycheck.policy.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.policy.PolicyReader;
import org.relaycheck.policy.read.HostName;
import org.relaycheck.state.Address;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.yaml.YamlNodes;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Writes a {@link PolicyDraft} as YAML that {@link PolicyReader} reads. */
public final class PolicyDraftWriter {

  private static final String COMMON = "common";

  private PolicyDraftWriter() {}

  /** Why no policy can hold a name or a value of this text; empty if one can. */
  public static Optional<String> obstacle(String text) {
    if (text.isBlank()) {
      return Optional.of("it holds nothing but blanks");
    }
    // other cases of the mark, too: beside a name with the mark it would be the same name
    if (Address.folded(text).contains(Address.folded(HostName.MARK))) {
      return Optional.of("its text holds " + HostName.MARK + ", which means the server's name");
    }
    return StandardCharsets.UTF_8.newEncoder().canEncode(text)
        ? Optional.empty()
        : Optional.of("its text is no Unicode: half of a character is missing");
  }

  /**
   * The same with who answers for members of sets.
   *
   * @param owners by the keys that lead to a set, by the text of the member there
   */
  public static String policy(
      PolicyDraft draft, Map<List<String>, Map<String, OwnedMember>> owners) {
    return MemberTermsEdit.of(policy(draft), owners);
  }

  /** The policy's text, with LF. */
  public static String policy(PolicyDraft draft) {
    List<NodeTuple> entries = new ArrayList<>();
    entries.add(YamlNodes.entry("version", YamlNodes.text("1")));
    List<NodeTuple> groups = new ArrayList<>();
    draft
        .groups()
        .forEach((name, hosts) -> groups.add(YamlNodes.entry(name, YamlNodes.list(hosts))));
    section(entries, "groups", groups);
    List<NodeTuple> templates = new ArrayList<>();
    for (PolicyDraft.Kind kind : draft.kinds()) {
      if (!kind.template().isEmpty()) {
        NodeTuple template = YamlNodes.entry(COMMON, settings(kind.template()));
        templates.add(YamlNodes.entry(kind.kind(), YamlNodes.block(List.of(template))));
      }
    }
    section(entries, "templates", templates);
    draft.kinds().forEach(kind -> section(entries, kind.kind(), resources(kind)));
    return YamlNodes.text(YamlNodes.block(entries), draft.head());
  }

  private static void section(List<NodeTuple> entries, String key, List<NodeTuple> content) {
    if (!content.isEmpty()) {
      entries.add(YamlNodes.entry(key, YamlNodes.block(content)));
    }
  }

  private static List<NodeTuple> resources(PolicyDraft.Kind kind) {
    List<NodeTuple> entries = new ArrayList<>();
    for (PolicyDraft.Resource resource : kind.resources()) {
      NodeTuple entry =
          YamlNodes.entry(resource.name(), resource(resource, !kind.template().isEmpty()));
      YamlNodes.comment(entry, resource.remarks());
      entries.add(entry);
    }
    return entries;
  }

  private static Node resource(PolicyDraft.Resource resource, boolean hasTemplate) {
    List<NodeTuple> entries = new ArrayList<>();
    entries.add(YamlNodes.entry("hosts", hosts(resource)));
    if (hasTemplate) {
      entries.add(YamlNodes.entry("like", YamlNodes.text(COMMON)));
    }
    resource.own().forEach((name, stated) -> entries.add(YamlNodes.entry(name, value(stated))));
    List<NodeTuple> at = new ArrayList<>();
    resource.at().forEach((host, own) -> at.add(YamlNodes.entry(host, settings(own))));
    section(entries, "at", at);
    return YamlNodes.block(entries);
  }

  private static Node hosts(PolicyDraft.Resource resource) {
    return resource.hosts().size() == 1
        ? YamlNodes.text(resource.hosts().get(0))
        : resource.group().map(YamlNodes::text).orElseGet(() -> YamlNodes.list(resource.hosts()));
  }

  private static Node settings(Map<String, PolicyDraft.Stated> stated) {
    List<NodeTuple> entries = new ArrayList<>();
    stated.forEach((name, value) -> entries.add(YamlNodes.entry(name, value(value))));
    return YamlNodes.block(entries);
  }

  static Node value(PolicyDraft.Stated stated) {
    if (stated instanceof PolicyDraft.One one) {
      return YamlNodes.text(one.text());
    }
    if (stated instanceof PolicyDraft.Several several) {
      return YamlNodes.list(several.texts());
    }
    return stated instanceof PolicyDraft.Anything
        ? YamlNodes.flow(List.of(YamlNodes.entry("any", YamlNodes.text("true"))))
        : YamlNodes.text("");
  }
}
