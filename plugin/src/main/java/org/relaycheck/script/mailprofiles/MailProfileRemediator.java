package org.relaycheck.script.mailprofiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.script.ByHand;
import org.relaycheck.script.KindRemediation;
import org.relaycheck.script.KindRemediator;
import org.relaycheck.script.ScriptForm;
import org.relaycheck.script.ScriptHost;
import org.relaycheck.script.ScriptStep;
import org.relaycheck.script.SqlForm;
import org.relaycheck.state.Address;

/**
 * Fixes mail profiles through the procedures of msdb, which are given both keys of a link or a
 * grant: with one of them they take all.
 */
public final class MailProfileRemediator implements KindRemediator {

  private static final List<String> LIMITS =
      List.of(
          "It calls the procedures of Database Mail only, and never stops the mail queue.",
          "For profiles the login needs to be sysadmin or db_owner of msdb.",
          "It makes no user, removes no profile that SQL Server Agent sends with or whose mail"
              + " waits, and numbers the accounts of a profile that it changes from 1.");

  private final ScriptForm form;

  /** A remediator whose steps stand in scripts of this shape. */
  public MailProfileRemediator(SqlForm form) {
    this.form = form;
  }

  @Override
  public String kind() {
    return MailProfileRows.CATALOGUE.kind();
  }

  @Override
  public ScriptForm form() {
    return form;
  }

  @Override
  public KindRemediation remediation(ScriptHost host, List<Finding> findings) {
    Map<Address, List<Finding>> byProfile = new TreeMap<>();
    findings.forEach(
        f -> byProfile.computeIfAbsent(f.subject().address(), a -> new ArrayList<>()).add(f));
    Map<String, ProfilePlan> plans = new LinkedHashMap<>();
    byProfile.forEach((address, about) -> plans.put(address.name(), plan(about)));
    Map<String, Set<String>> gains = new LinkedHashMap<>();
    plans.forEach((profile, plan) -> gains.put(profile, plan.gains()));
    ProfileDefaults defaults = new ProfileDefaults(host.state(), gains);
    List<ScriptStep> steps = new ArrayList<>();
    List<ScriptStep> last = new ArrayList<>();
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
    return new KindRemediation(ProfileSql.declarations(), SqlForm.OUTAGE, LIMITS, steps, byHand);
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
      FindingRepair repair = finding.difference().repair().orElseThrow();
      if (repair instanceof FindingRepair.Create create) {
        return new ProfileCreationPlan(finding, create);
      }
      if (repair instanceof FindingRepair.Remove remove) {
        return new ProfileRemovalPlan(finding, new SeenProfile(remove.observed()));
      }
    }
    return new ProfileChangePlan(findings);
  }
}
