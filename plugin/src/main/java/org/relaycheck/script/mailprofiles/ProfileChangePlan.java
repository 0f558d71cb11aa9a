package org.relaycheck.script.mailprofiles;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.script.ByHand;
import org.relaycheck.script.ScriptStep;
import org.relaycheck.script.SqlValue;
import org.relaycheck.script.WantedSetting;
import org.relaycheck.script.WantedSettings;
import org.relaycheck.state.expectation.Fix;
import org.relaycheck.value.Text;

/** How the settings of a profile that is there are changed. */
final class ProfileChangePlan implements ProfilePlan {

  private final SeenProfile profile;
  private final List<Finding> findings;
  private final List<ByHand> byHand = new ArrayList<>();
  private final List<ProfileAspect> aspects = new ArrayList<>();
  private final Set<Finding> fixed = new LinkedHashSet<>();
  private final List<WantedSetting<?>> about = new ArrayList<>();
  private Optional<WantedSenders> senders;

  ProfileChangePlan(List<Finding> findings) {
    this.findings = findings;
    FindingRepair.Change<?> first =
        (FindingRepair.Change<?>) findings.get(0).difference().repair().orElseThrow();
    this.profile = new SeenProfile(first.observed());
    this.senders = profile.senders().map(WantedSenders::none);
    WantedSettings.of(findings).forEach(this::take);
    senders.flatMap(this::obstacle).ifPresent(this::withdraw);
  }

  @Override
  public Set<String> gains() {
    return senders.map(WantedSenders::gains).orElse(Set.of());
  }

  private <T> void take(WantedSetting<T> setting) {
    Optional<String> obstacle =
        SqlValue.obstacle(setting.row(), setting.fix())
            .or(() -> SeenProfile.refusal(Stream.of(profile.name())));
    if (obstacle.isPresent()) {
      leave(setting, obstacle.get());
    } else if (WantedSenders.concerns(setting.row())) {
      grant(setting);
    } else if (setting.row().equals(MailProfileRows.ACCOUNTS)) {
      order(setting);
    } else {
      describe(setting);
    }
  }

  private void leave(WantedSetting<?> setting, String why) {
    setting.findings().forEach(finding -> byHand.add(new ByHand(finding, why)));
  }

  private <T> void describe(WantedSetting<T> setting) {
    String before = setting.reading().raw().shown();
    String after = SqlValue.of(setting.row(), setting.fix());
    add(setting, new DescriptionChange(before, after), Stream.of(before, after));
  }

  @SuppressWarnings("unchecked") // the row of accounts holds lists of texts
  private <T> void order(WantedSetting<T> setting) {
    List<Text> names =
        setting.fix() instanceof Fix.Write<T> write ? (List<Text>) write.value() : List.of();
    AccountOrder before = profile.accounts().orElse(AccountOrder.EMPTY);
    AccountOrder after = before.wanting(names);
    add(
        setting,
        new AccountsChange(before, after),
        Stream.of(before, after).flatMap(AccountOrder::texts));
  }

  private void add(WantedSetting<?> setting, ProfileAspect aspect, Stream<String> texts) {
    Optional<String> refusal = SeenProfile.refusal(texts);
    if (refusal.isPresent()) {
      leave(setting, refusal.get());
    } else {
      aspects.add(aspect);
      fixed.addAll(setting.findings());
    }
  }

  private <T> void grant(WantedSetting<T> setting) {
    Property<T> row = setting.row();
    if (senders.isEmpty()) {
      leave(setting, "who may send with it, or whose default it is, could not be read");
    } else {
      senders = senders.map(before -> before.with(row, setting.fix()));
      about.add(setting);
    }
  }

  private Optional<String> obstacle(WantedSenders setting) {
    return setting
        .problem()
        .or(
            () ->
                SeenProfile.refusal(
                    ProfileSenders.names(setting.before(), setting.after()).stream()));
  }

  private void withdraw(String why) {
    about.forEach(setting -> leave(setting, why));
    about.clear();
    senders = senders.map(setting -> WantedSenders.none(setting.before()));
  }

  @Override
  public Outcome outcome(DefaultMoves moves, Optional<String> contest) {
    contest.ifPresent(this::withdraw);
    List<ProfileAspect> all = new ArrayList<>(aspects);
    Set<Finding> done = new LinkedHashSet<>(fixed);
    Optional<ScriptStep> last = Optional.empty();
    if (!about.isEmpty()) {
      WantedSenders setting = senders.orElseThrow();
      Set<Finding> granted = new LinkedHashSet<>();
      about.forEach(one -> granted.addAll(one.findings()));
      done.addAll(granted);
      List<SendersChange> parts =
          new SendersChange(setting.before(), setting.after(), moves, false).parts();
      all.add(parts.get(0));
      last = parts.stream().skip(1).findFirst().map(taken -> step(List.of(taken), granted));
    }
    return new Outcome(
        all.isEmpty() ? Optional.empty() : Optional.of(step(all, done)), last, byHand);
  }

  private ScriptStep step(List<ProfileAspect> all, Set<Finding> done) {
    ProfileScript script = new ProfileScript(profile.name(), all);
    return new ScriptStep(
        profile.observed().address(),
        findings.stream().filter(done::contains).toList(),
        script.change(),
        script.back().change(),
        all.stream().flatMap(ProfileAspect::needs).toList(),
        all.stream().flatMap(ProfileAspect::lasting).toList());
  }
}
