package org.relaycheck.goal.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.policy.edit.PolicyDraft;
import org.relaycheck.policy.edit.PolicyDraftWriter;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Observed;
import org.relaycheck.state.Reading;
import org.relaycheck.value.Literal;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;

/**
 * A resource on one host, as a policy would state it.
 *
 * @param host the host's key
 * @param server the name that the server gives itself
 * @param name the resource's name
 * @param settings what can be stated, in the order of the catalogue
 * @param leftOut by the reason, the settings that cannot be stated
 */
public record SeenResource(
    String host,
    String server,
    String name,
    Map<String, PolicyDraft.Stated> settings,
    Map<String, List<String>> leftOut) {

  private static final String PLACEHOLDER = "{host}";

  static SeenResource of(
      Observed observed, HostState.Read host, String server, Catalogue catalogue) {
    Map<String, PolicyDraft.Stated> settings = new LinkedHashMap<>();
    Map<String, List<String>> leftOut = new LinkedHashMap<>();
    for (Property<?> row : catalogue.rows()) {
      if (statable(row, host, catalogue)) {
        state(observed, row, settings, leftOut);
      }
    }
    String key = observed.address().host();
    return new SeenResource(key, server, observed.address().name(), settings, leftOut);
  }

  private static boolean statable(Property<?> row, HostState.Read host, Catalogue catalogue) {
    boolean readable =
        !row.onlyForWhere()
            && !(row.binding() instanceof Binding.CreateOnly)
            && !(row.binding() instanceof Binding.ReadOnly);
    return readable
        && row.facts()
            .validity()
            .lacking(
                catalogue.product().version(host.facts()), catalogue.product().role(host.facts()))
            .isEmpty();
  }

  private static <T> void state(
      Observed observed,
      Property<T> row,
      Map<String, PolicyDraft.Stated> settings,
      Map<String, List<String>> leftOut) {
    Optional<Seen<T>> seen = observed.settings().get(row).map(Reading::seen);
    String unread = observed.unread().get(row);
    Optional<String> problem =
        seen.isPresent()
            ? seen.get().problem().or(() -> unusual(row, seen.get()))
            : Optional.of(unread == null ? "the answer does not mention it" : unread);
    if (problem.isPresent()) {
      leftOut.computeIfAbsent(problem.get(), why -> new ArrayList<>()).add(row.name());
    } else {
      settings.put(row.name(), stated(row, seen.get()));
    }
  }

  /** Why a value that was read cannot be stated. */
  public static <T> Optional<String> unusual(Property<T> row, Seen<T> seen) {
    Optional<T> value = seen.known();
    Optional<String> obstacle = value.map(row.type()::show).flatMap(PolicyDraftWriter::obstacle);
    if (obstacle.isPresent()) {
      return obstacle;
    }
    if (value.filter(row.allowed().allows().negate()).isPresent()) {
      String limits = row.allowed().words().orElse("accepted");
      return Optional.of(row.type().show(value.get()) + " is not " + limits);
    }
    Raw raw = raw(stated(row, seen));
    return row.read(raw).equals(seen)
        ? row.type().refusal(raw)
        : Optional.of("a policy would read its text as something else");
  }

  /** What a reader of the policy would make of it. */
  private static Raw raw(PolicyDraft.Stated stated) {
    if (stated instanceof PolicyDraft.One one) {
      return Raw.text(one.text());
    }
    return stated instanceof PolicyDraft.Several several
        ? Raw.items(several.texts())
        : new Raw.Empty();
  }

  public static <T> PolicyDraft.Stated stated(Property<T> row, Seen<T> seen) {
    return seen.known().map(value -> stated(row, value)).orElseGet(PolicyDraft.Nothing::new);
  }

  private static <T> PolicyDraft.Stated stated(Property<T> row, T value) {
    if (row.type().write(value) instanceof Literal.Items items) {
      return new PolicyDraft.Several(
          items.items().stream().map(item -> ((Literal.Str) item).text()).toList());
    }
    String shown = row.type().show(value);
    return row.type().members().isPresent() && shown.contains(", ")
        ? new PolicyDraft.Several(List.of(shown.split(", ")))
        : new PolicyDraft.One(shown);
  }

  /** The resource's name with the server's own name, as a word, made general. */
  String generalName() {
    return Pattern.compile(word(), Pattern.CASE_INSENSITIVE).matcher(name).replaceAll(PLACEHOLDER);
  }

  /** A setting with the server's own name made general, where it is spelled the same. */
  Optional<PolicyDraft.Stated> general(String setting) {
    PolicyDraft.Stated stated = settings.get(setting);
    if (stated instanceof PolicyDraft.One one) {
      return Optional.of(new PolicyDraft.One(general(one)));
    }
    return stated instanceof PolicyDraft.Several several
        ? Optional.of(
            new PolicyDraft.Several(
                several.texts().stream().map(PolicyDraft.One::new).map(this::general).toList()))
        : Optional.ofNullable(stated);
  }

  private String general(PolicyDraft.One one) {
    return Pattern.compile(word()).matcher(one.text()).replaceAll(PLACEHOLDER);
  }

  private String word() {
    return "(?<![\\p{L}\\p{Nd}_-])" + Pattern.quote(server) + "(?![\\p{L}\\p{Nd}_-])";
  }
}
