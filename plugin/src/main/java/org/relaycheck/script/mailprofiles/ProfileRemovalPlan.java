package org.relaycheck.script.mailprofiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.relaycheck.compare.Finding;
import org.relaycheck.script.ScriptStep;

/** How a profile that must not be there goes, if all of it is known, so that it can come back. */
record ProfileRemovalPlan(Finding finding, SeenProfile profile) implements ProfilePlan {

  @Override
  public Set<String> gains() {
    return Set.of();
  }

  @Override
  public Outcome outcome(DefaultMoves moves, Optional<String> contest) {
    Optional<String> description = profile.description();
    Optional<AccountOrder> accounts = profile.accounts();
    Optional<ProfileSenders> senders = profile.senders();
    if (description.isEmpty() || accounts.isEmpty() || senders.isEmpty()) {
      return Outcome.byHand(
          finding, "not all of it could be read, so it could not be brought back");
    }
    if (profile.agent().isEmpty()) {
      return Outcome.byHand(
          finding,
          "whether SQL Server Agent sends its alerts with it could not be read; look in the"
              + " properties of SQL Server Agent first");
    }
    if (profile.agent().get()) {
      return Outcome.byHand(
          finding,
          "SQL Server Agent sends its alerts with it; give it another profile and restart it"
              + " first");
    }
    return whole(
        description.get(),
        accounts.get(),
        new SendersChange(senders.get(), ProfileSenders.NOBODY, moves, false));
  }

  private Outcome whole(String description, AccountOrder accounts, SendersChange senders) {
    Optional<String> refusal =
        SeenProfile.refusal(
            Stream.of(
                    Stream.of(profile.name(), description),
                    accounts.texts(),
                    senders.before().grants().keySet().stream())
                .flatMap(texts -> texts));
    if (refusal.isPresent()) {
      return Outcome.byHand(finding, refusal.get());
    }
    AccountsChange gone = new AccountsChange(accounts, AccountOrder.EMPTY);
    ProfileScript removal =
        new ProfileScript(
            profile.name(),
            List.of(new DescriptionChange(description, description), gone, senders));
    return Outcome.of(
        new ScriptStep(
            finding.subject().address(),
            List.of(finding),
            removal.removal(),
            comingBack(description, gone, senders).creation(description),
            cautions(senders),
            lasting(gone, senders)));
  }

  /** A user that is gone cannot be given his grant again. */
  private ProfileScript comingBack(String description, AccountsChange gone, SendersChange senders) {
    return new ProfileScript(
        profile.name(),
        List.of(
            new DescriptionChange(description, description),
            gone.back(),
            new SendersChange(
                ProfileSenders.NOBODY, senders.before().named(), senders.moves(), true)));
  }

  private static List<String> cautions(SendersChange senders) {
    List<String> cautions = new ArrayList<>();
    cautions.add(ProfileNeeds.narrowing("it is removed, and nobody can send with it"));
    senders.before().defaults().stream()
        .filter(name -> !senders.moves().elsewhere().contains(name))
        .sorted(ProfileSenders.BY_BYTES)
        .forEach(
            name ->
                cautions.add(
                    "it is the default of "
                        + ProfileNeeds.who(name)
                        + ": mail that names no profile is then refused"));
    return cautions;
  }

  private static List<String> lasting(AccountsChange gone, SendersChange senders) {
    List<String> lasting = new ArrayList<>();
    lasting.add("it comes back under a new profile_id");
    gone.lasting().forEach(lasting::add);
    senders.before().orphans().forEach(one -> lasting.add("the grant of " + one));
    return lasting;
  }
}
