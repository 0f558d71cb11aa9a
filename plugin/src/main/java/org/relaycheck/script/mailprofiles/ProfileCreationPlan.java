package org.relaycheck.script.mailprofiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.script.ScriptStep;
import org.relaycheck.script.SqlValue;
import org.relaycheck.state.Remediation;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Fix;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;
import org.relaycheck.value.Text;

/** How a profile that is missing comes to be; what the policy does not state stays empty. */
final class ProfileCreationPlan implements ProfilePlan {

  private static final int NAME_LENGTH = 128;

  private final Finding finding;
  private final String name;
  private final List<String> obstacles = new ArrayList<>();
  private final List<String> cautions = new ArrayList<>();
  private String description = "";
  private AccountOrder accounts = AccountOrder.EMPTY;
  private WantedSenders senders = WantedSenders.none(ProfileSenders.NOBODY);

  ProfileCreationPlan(Finding finding, FindingRepair.Create create) {
    this.finding = finding;
    this.name = create.address().name();
    create.desired().statements().forEach(this::take);
    if (name.isEmpty() || name.length() > NAME_LENGTH) {
      obstacles.add("its name must have 1 to " + NAME_LENGTH + " characters");
    }
    senders.problem().ifPresent(obstacles::add);
    SeenProfile.refusal(
            Stream.of(
                    Stream.of(name, description),
                    accounts.texts(),
                    senders.after().grants().keySet().stream())
                .flatMap(texts -> texts))
        .ifPresent(obstacles::add);
  }

  @Override
  public Set<String> gains() {
    return obstacles.isEmpty() ? senders.gains() : Set.of();
  }

  private <T> void take(Statement<T> statement) {
    Property<T> row = statement.property();
    Seen<T> fresh = row.read(Raw.text(row.equals(MailProfileRows.AGENT) ? "false" : ""));
    if (statement.wanted().accepts(fresh)) {
      return;
    }
    if (row.binding() instanceof Binding.ByHand person) {
      cautions.add(row + " stays to be done by hand: " + person.how());
      return;
    }
    Fix<T> fix = statement.wanted().fix(fresh);
    Optional<String> obstacle =
        statement.remediation() == Remediation.BY_HAND
            ? Optional.of("not scripted unless 'remediation: script' is stated")
            : SqlValue.obstacle(row, fix);
    if (obstacle.isPresent()) {
      obstacles.add(row + ": " + obstacle.get());
    } else {
      write(row, fix);
    }
  }

  @SuppressWarnings("unchecked") // the row of accounts holds lists of texts
  private <T> void write(Property<T> row, Fix<T> fix) {
    if (WantedSenders.concerns(row)) {
      senders = senders.with(row, fix);
    } else if (row.equals(MailProfileRows.ACCOUNTS) && fix instanceof Fix.Write<T> write) {
      accounts = AccountOrder.EMPTY.wanting((List<Text>) write.value());
    } else {
      description = SqlValue.of(row, fix);
    }
  }

  @Override
  public Outcome outcome(DefaultMoves moves, Optional<String> contest) {
    contest.ifPresent(obstacles::add);
    if (!obstacles.isEmpty()) {
      return Outcome.byHand(finding, String.join("; ", obstacles));
    }
    List<ProfileAspect> all =
        List.of(
            new DescriptionChange(description, description),
            new AccountsChange(AccountOrder.EMPTY, accounts),
            new SendersChange(ProfileSenders.NOBODY, senders.after(), moves, false));
    ProfileScript script = new ProfileScript(name, all);
    List<String> told = new ArrayList<>(all.stream().flatMap(ProfileAspect::needs).toList());
    told.addAll(cautions);
    return Outcome.of(
        new ScriptStep(
            finding.subject().address(),
            List.of(finding),
            script.creation(description),
            script.back().removal(),
            told,
            List.of()));
  }
}
