package org.relaycheck.script;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Fix;

/**
 * What is to be done about one finding.
 *
 * @param action what it does
 * @param finding what it takes out of the world
 * @param needs the switches that it waits for, as its script is given them; empty for none
 * @param why the reason, as a clause: of the policy, or why only a person can do it
 */
public record PlanLine(PlanAction action, Finding finding, String needs, String why) {

  /** Of a step of a script. */
  static PlanLine of(Finding finding, String needs) {
    FindingRepair repair = finding.difference().repair().orElse(null);
    PlanAction action =
        repair instanceof FindingRepair.Create
            ? PlanAction.ADD
            : repair instanceof FindingRepair.Remove ? PlanAction.REMOVE : PlanAction.CHANGE;
    return new PlanLine(action, finding, needs, finding.reasons().why().orElse(""));
  }

  static PlanLine of(ByHand left) {
    return new PlanLine(PlanAction.BY_HAND, left.finding(), "", left.why());
  }

  /** The setting's name; empty for the resource as a whole. */
  public String setting() {
    return finding.subject().settingName();
  }

  /** What is there. */
  public String from() {
    return finding.difference().observed().orElse("absent");
  }

  /** What is to be there; of a resource that is made all that the policy says of it. */
  public String to() {
    if (finding.difference().repair().orElse(null) instanceof FindingRepair.Create create) {
      return create.desired().statements().stream()
          .map(PlanLine::told)
          .collect(Collectors.joining("; "));
    }
    return switch (action) {
      case REMOVE -> "absent";
      case BY_HAND -> finding.difference().desired();
      case ADD, CHANGE -> finding.difference().fix().orElse("");
    };
  }

  /**
   * The change on one line: of a long set what it gains and what it loses, else both sides.
   *
   * @param longest how long a side may be before the difference says more
   */
  public String sides(int longest) {
    if (Math.max(from().length(), to().length()) > longest
        && finding.difference().repair().orElse(null) instanceof FindingRepair.Change<?> change) {
      return moves(change).orElseGet(() -> from() + " → " + to());
    }
    return from() + " → " + to();
  }

  private static <T> Optional<String> moves(FindingRepair.Change<T> change) {
    Property<T> row = change.statement().property();
    Optional<T> before = change.reading().seen().known();
    Optional<T> after = change.fix() instanceof Fix.Write<T> w ? Optional.of(w.value()) : before;
    return row.type()
        .members()
        .filter(members -> before.isPresent() && change.fix() instanceof Fix.Write<T>)
        .map(
            members ->
                Stream.of(
                        moved("gains ", row, members.minus(after.get(), before.get())),
                        moved("loses ", row, members.minus(before.get(), after.get())))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("; ")));
  }

  private static <T> String moved(String verb, Property<T> row, T value) {
    boolean none = row.type().members().filter(members -> members.isEmpty(value)).isPresent();
    return none ? "" : verb + row.type().show(value);
  }

  static String told(Statement<?> statement) {
    return statement.property() + ": " + statement.show();
  }

  /** Where the policy says so, or nothing. */
  public String place() {
    return finding.trail().origin().map(origin -> origin.place().toString()).orElse("");
  }
}
