package org.relaycheck.waivers;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.AcceptedDrift;
import org.relaycheck.value.Literal;
import org.relaycheck.value.Raw;
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
    List<String> texts = texts(accepted);
    return texts.size() > 1 ? YamlNodes.list(texts) : YamlNodes.text(String.join("", texts));
  }

  /** One text, or those of a list; none for nothing. */
  private static List<String> texts(AcceptedDrift accepted) {
    if (accepted instanceof AcceptedDrift.Value<?> value) {
      return texts(value);
    }
    return List.of(
        accepted instanceof AcceptedDrift.Broken broken ? broken.observed() : accepted.show());
  }

  private static <T> List<String> texts(AcceptedDrift.Value<T> accepted) {
    return accepted.value().map(value -> texts(accepted.row(), value)).orElse(List.of());
  }

  /** Members may hold the commas that part them, so that a list is written as one. */
  private static <T> List<String> texts(Property<T> row, T value) {
    return row.type().write(value) instanceof Literal.Items list
        ? list.items().stream().map(item -> ((Literal.Str) item).text()).toList()
        : List.of(row.type().show(value));
  }

  private static boolean isReadAsWritten(WaiverDraft draft) {
    Stream<String> texts =
        Stream.concat(Stream.of(draft.scope().name()), texts(draft.accepted()).stream());
    return texts.allMatch(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text))
        && !(draft.accepted() instanceof AcceptedDrift.Value<?> value && !isReadAsWritten(value));
  }

  private static <T> boolean isReadAsWritten(AcceptedDrift.Value<T> accepted) {
    List<String> texts = texts(accepted);
    Raw raw = texts.size() == 1 ? Raw.text(texts.get(0)) : Raw.items(texts);
    return accepted.is(accepted.row(), accepted.row().read(raw));
  }
}
