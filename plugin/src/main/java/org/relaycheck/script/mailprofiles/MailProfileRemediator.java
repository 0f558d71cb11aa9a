package org.relaycheck.resource.mailprofiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.relaycheck.drift.Finding;
import org.relaycheck.drift.Repair;
import org.relaycheck.remedy.ByHand;
import org.relaycheck.remedy.Form;
import org.relaycheck.remedy.Host;
import org.relaycheck.remedy.Mending;
import org.relaycheck.remedy.Remediator;
import org.relaycheck.remedy.SqlForm;
import org.relaycheck.remedy.Step;
import org.relaycheck.state.Address;

/**
 * Mends mail profiles through the procedures of msdb, which are given both keys of a link or a
 * grant: with one of them they take all.
 */
public final class MailProfileRemediator implements Remediator {

  private static final List<String> LIMITS =
      List.of(
          "It calls the procedures of Database Mail only, and never stops the mail queue.",
          "For profiles the login needs to be sysadmin or db_owner of msdb.",
          "It makes no user, removes no profile that SQL Server Agent sends with or whose mail"
              + " waits, and numbers the accounts of a profile that it changes from 1.",
          "Database Mail keeps settings in memory: a change may take minutes to act.");

  private final Form form;

  /** A remediator whose steps stand in scripts of this shape. */
  public MailProfileRemediator(SqlForm form) {
    this.form = form;
  }

  @Override
  public String kind() {
    return MailProfileRows.CATALOGUE.kind();
  }

  @Override
  public Form form() {
    return form;
  }

  @Override
  public Mending mend(Host host, List<Finding> findings) {
    Map<Address, List<Finding>> byProfile = new TreeMap<>();
    findings.forEach(
        f -> byProfile.computeIfAbsent(f.subject().address(), a -> new ArrayList<>()).add(f));
    Map<String, ProfilePlan> plans = new LinkedHashMap<>();
    byProfile.forEach((address, about) -> plans.put(address.name(), plan(about)));
    Map<String, Set<String>> gains = new LinkedHashMap<>();
    plans.forEach((profile, plan) -> gains.put(profile, plan.gains()));
    Defaults defaults = new Defaults(host.state(), gains);
    List<Step> steps = new ArrayList<>();
    List<Step> last = new ArrayList<>();
    List<ByHand> byHand = new ArrayList<>();
    takersFirst(plans)
        .forEach(
            (profile, plan) -> {
              ProfilePlan.Outcome outcome =
                  plan.outcome(defaults.moves(profile), defaults.contest(profile));
              outcome.step().ifPresent(steps::add);
              outcome.last().ifPresent(last::add);
              byHand.addAll(outcome.byHand());
            });
    steps.addAll(last);
    return new Mending(ProfileSql.declarations(), LIMITS, steps, byHand);
  }

  /**
   * Whose default moves still has the grant that it comes from, also on the way back: of two
   * profiles the one that becomes the default of somebody goes first, and one that becomes it of
   * somebody and gives it away for another takes the grant of that one in a step of its own, last.
   */
  private static Map<String, ProfilePlan> takersFirst(Map<String, ProfilePlan> plans) {
    Map<String, ProfilePlan> sorted = new LinkedHashMap<>();
    plans.entrySet().stream()
        .sorted(Comparator.comparing(plan -> plan.getValue().gains().isEmpty()))
        .forEach(plan -> sorted.put(plan.getKey(), plan.getValue()));
    return sorted;
  }

  private static ProfilePlan plan(List<Finding> findings) {
    for (Finding finding : findings) {
      Repair repair = finding.difference().repair().orElseThrow();
      if (repair instanceof Repair.Create create) {
        return new CreationPlan(finding, create);
      }
      if (repair instanceof Repair.Remove remove) {
        return new RemovalPlan(finding, new Profile(remove.observed()));
      }
    }
    return new ChangePlan(findings);
  }
}
