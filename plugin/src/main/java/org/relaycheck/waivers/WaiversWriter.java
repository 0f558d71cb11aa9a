package org.relaycheck.waivers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.AcceptedDrift;
import org.relaycheck.state.BreachValue;
import org.relaycheck.value.Literal;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;
import org.relaycheck.yaml.YamlNodes;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Writes waivers that {@link WaiversReader} reads, a line each. */
public final class WaiversWriter {

  private WaiversWriter() {}

  /** The text, with LF; what would be read as something else is left out, and told above. */
  public static String text(List<WaiverDraft> drafts, List<String> head) {
    List<Node> items = new ArrayList<>();
    List<String> told = new ArrayList<>(head);
    for (WaiverDraft draft : drafts) {
      if (isReadAsWritten(draft)) {
        items.add(YamlNodes.flow(entries(draft)));
      } else {
        told.add(
            draft.scope().name()
                + ": "
                + draft.accepted().show()
                + " is left out: its text would be taken for something else");
      }
    }
    NodeTuple all = YamlNodes.entry("waivers", YamlNodes.items(items));
    return YamlNodes.text(YamlNodes.block(List.of(all)), told);
  }

  private static List<NodeTuple> entries(WaiverDraft draft) {
    List<NodeTuple> entries = new ArrayList<>();
    if (draft.accepted() instanceof AcceptedDrift.Value<?> value) {
      add(entries, "setting", value.row().name());
    } else if (draft.accepted() instanceof AcceptedDrift.Broken broken) {
      add(entries, "rule", broken.id());
    }
    add(entries, "kind", draft.scope().kind());
    if (!draft.scope().name().isEmpty()) {
      add(entries, "name", draft.scope().name());
    }
    entries.add(YamlNodes.entry("hosts", YamlNodes.list(draft.scope().hosts())));
    entries.add(YamlNodes.entry("accepted", accepted(draft.accepted())));
    add(entries, "reason", draft.grant().reason());
    add(entries, "owner", draft.grant().owner());
    add(entries, "until", draft.grant().until().toString());
    draft.grant().approvedBy().ifPresent(name -> add(entries, "approvedBy", name));
    draft.grant().reference().ifPresent(text -> add(entries, "reference", text));
    return entries;
  }

  private static void add(List<NodeTuple> entries, String key, String text) {
    entries.add(YamlNodes.entry(key, YamlNodes.text(text)));
  }

  private static Node accepted(AcceptedDrift accepted) {
    if (accepted instanceof AcceptedDrift.Value<?> value) {
      return node(texts(value));
    }
    return accepted instanceof AcceptedDrift.Broken broken && !broken.values().isEmpty()
        ? YamlNodes.flow(entries(broken.values()))
        : YamlNodes.text(
            accepted instanceof AcceptedDrift.Broken
                ? AcceptedDrift.Broken.BY_NO_VALUE
                : accepted.show());
  }

  /** Those of the resource itself, and a mapping for each other resource. */
  private static List<NodeTuple> entries(List<BreachValue<?>> values) {
    Map<String, List<NodeTuple>> byResource = new LinkedHashMap<>();
    for (BreachValue<?> value : values) {
      byResource
          .computeIfAbsent(value.resource(), name -> new ArrayList<>())
          .add(YamlNodes.entry(value.row().name(), node(texts(value))));
    }
    List<NodeTuple> own = new ArrayList<>();
    byResource.forEach(
        (name, entries) -> {
          if (name.isEmpty()) {
            own.addAll(entries);
          } else {
            own.add(YamlNodes.entry(name, YamlNodes.flow(entries)));
          }
        });
    return own;
  }

  private static Node node(List<String> texts) {
    return texts.size() > 1 ? YamlNodes.list(texts) : YamlNodes.text(String.join("", texts));
  }

  private static <T> List<String> texts(AcceptedDrift.Value<T> value) {
    return texts(value.row(), value.value());
  }

  private static <T> List<String> texts(BreachValue<T> value) {
    return texts(value.row(), value.value());
  }

  /** One text, or those of a list; none for nothing. */
  private static <T> List<String> texts(Property<T> row, Optional<T> value) {
    return value.map(there -> texts(row, there)).orElse(List.of());
  }

  /** Members may hold the commas that part them, so that a list is written as one. */
  private static <T> List<String> texts(Property<T> row, T value) {
    return row.type().write(value) instanceof Literal.Items list
        ? list.items().stream().map(item -> ((Literal.Str) item).text()).toList()
        : List.of(row.type().show(value));
  }

  private static boolean isReadAsWritten(WaiverDraft draft) {
    return isText(draft.scope().name())
        && (!(draft.accepted() instanceof AcceptedDrift.Value<?> value) || isReadAsWritten(value))
        && (!(draft.accepted() instanceof AcceptedDrift.Broken broken)
            || broken.values().stream().allMatch(WaiversWriter::isReadAsWritten));
  }

  private static boolean isText(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static <T> boolean isReadAsWritten(AcceptedDrift.Value<T> value) {
    return isReadAsWritten(value.row(), value.value());
  }

  private static <T> boolean isReadAsWritten(BreachValue<T> value) {
    return isText(value.resource()) && isReadAsWritten(value.row(), value.value());
  }

  private static <T> boolean isReadAsWritten(Property<T> row, Optional<T> value) {
    List<String> texts = texts(row, value);
    Seen<T> seen = row.read(texts.size() == 1 ? Raw.text(texts.get(0)) : Raw.items(texts));
    return texts.stream().allMatch(WaiversWriter::isText)
        && seen.problem().isEmpty()
        && seen.known().equals(value);
  }
}
