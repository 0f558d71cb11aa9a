package org.relaycheck.resource.mailprofiles;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.relaycheck.catalogue.Property;
import org.relaycheck.drift.Finding;
import org.relaycheck.drift.Repair;
import org.relaycheck.remedy.ByHand;
import org.relaycheck.remedy.SqlValue;
import org.relaycheck.remedy.Step;
import org.relaycheck.remedy.Wish;
import org.relaycheck.remedy.Wishes;
import org.relaycheck.state.Mend;
import org.relaycheck.value.Text;

/** How the settings of a profile that is there are changed. */
final class ChangePlan implements ProfilePlan {

  private final Profile profile;
  private final List<Finding> findings;
  private final List<ByHand> byHand = new ArrayList<>();
  private final List<Aspect> aspects = new ArrayList<>();
  private final Set<Finding> mended = new LinkedHashSet<>();
  private final List<Wish<?>> about = new ArrayList<>();
  private Optional<SendersWish> senders;

  ChangePlan(List<Finding> findings) {
    this.findings = findings;
    Repair.Change<?> first = (Repair.Change<?>) findings.get(0).difference().repair().orElseThrow();
    this.profile = new Profile(first.observed());
    this.senders = profile.senders().map(SendersWish::none);
    Wishes.of(findings).forEach(this::take);
    senders.flatMap(this::obstacle).ifPresent(this::withdraw);
  }

  @Override
  public Set<String> gains() {
    return senders.map(SendersWish::gains).orElse(Set.of());
  }

  private <T> void take(Wish<T> wish) {
    Optional<String> obstacle =
        SqlValue.obstacle(wish.row(), wish.mend())
            .or(() -> Profile.refusal(Stream.of(profile.name())));
    if (obstacle.isPresent()) {
      leave(wish, obstacle.get());
    } else if (SendersWish.concerns(wish.row())) {
      grant(wish);
    } else if (wish.row().equals(MailProfileRows.ACCOUNTS)) {
      order(wish);
    } else {
      describe(wish);
    }
  }

  private void leave(Wish<?> wish, String why) {
    wish.findings().forEach(finding -> byHand.add(new ByHand(finding, why)));
  }

  private <T> void describe(Wish<T> wish) {
    String before = wish.reading().raw().shown();
    String after = SqlValue.of(wish.row(), wish.mend());
    add(wish, new DescriptionChange(before, after), Stream.of(before, after));
  }

  @SuppressWarnings("unchecked") // the row of accounts holds lists of texts
  private <T> void order(Wish<T> wish) {
    List<Text> names =
        wish.mend() instanceof Mend.Write<T> write ? (List<Text>) write.value() : List.of();
    AccountOrder before = profile.accounts().orElse(AccountOrder.EMPTY);
    AccountOrder after = before.wanting(names);
    add(
        wish,
        new AccountsChange(before, after),
        Stream.of(before, after).flatMap(AccountOrder::texts));
  }

  private void add(Wish<?> wish, Aspect aspect, Stream<String> texts) {
    Optional<String> refusal = Profile.refusal(texts);
    if (refusal.isPresent()) {
      leave(wish, refusal.get());
    } else {
      aspects.add(aspect);
      mended.addAll(wish.findings());
    }
  }

  private <T> void grant(Wish<T> wish) {
    Property<T> row = wish.row();
    if (senders.isEmpty()) {
      leave(wish, "who may send with it, or whose default it is, could not be read");
    } else {
      senders = senders.map(before -> before.with(row, wish.mend()));
      about.add(wish);
    }
  }

  private Optional<String> obstacle(SendersWish wish) {
    return wish.problem()
        .or(() -> Profile.refusal(Senders.names(wish.before(), wish.after()).stream()));
  }

  private void withdraw(String why) {
    about.forEach(wish -> leave(wish, why));
    about.clear();
    senders = senders.map(wish -> SendersWish.none(wish.before()));
  }

  @Override
  public Outcome outcome(Moves moves, Optional<String> contest) {
    contest.ifPresent(this::withdraw);
    List<Aspect> all = new ArrayList<>(aspects);
    Set<Finding> done = new LinkedHashSet<>(mended);
    Optional<Step> last = Optional.empty();
    if (!about.isEmpty()) {
      SendersWish wish = senders.orElseThrow();
      Set<Finding> granted = new LinkedHashSet<>();
      about.forEach(one -> granted.addAll(one.findings()));
      done.addAll(granted);
      List<SendersChange> parts =
          new SendersChange(wish.before(), wish.after(), moves, false).parts();
      all.add(parts.get(0));
      last = parts.stream().skip(1).findFirst().map(taken -> step(List.of(taken), granted));
    }
    return new Outcome(
        all.isEmpty() ? Optional.empty() : Optional.of(step(all, done)), last, byHand);
  }

  private Step step(List<Aspect> all, Set<Finding> done) {
    ProfileScript script = new ProfileScript(profile.name(), all);
    return new Step(
        profile.observed().address(),
        findings.stream().filter(done::contains).toList(),
        script.change(),
        script.back().change(),
        all.stream().flatMap(Aspect::needs).toList(),
        all.stream().flatMap(Aspect::lasting).toList());
  }
}
