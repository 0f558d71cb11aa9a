package org.relaycheck.resource.mailaccounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
 * Mends mail accounts through the procedures of msdb, and never at the price of a password.
 *
 * <p>A value that the procedures are not given stays, but for user name and password: those are
 * dropped unless {@code @no_credential_change} is 1, and even then if the login cannot see the
 * credential.
 */
public final class MailAccountRemediator implements Remediator {

  private static final List<String> LIMITS =
      List.of(
          "It calls the procedures of Database Mail only, and never stops the mail queue.",
          "For accounts the login needs to be sysadmin, or db_owner of msdb with ALTER ANY"
              + " CREDENTIAL.",
          "It never changes or drops a password unless a line below says so, and removes no"
              + " account that a profile uses.",
          "Database Mail keeps settings in memory: a change may take minutes to act.");

  private final Form form;

  /** A remediator whose steps stand in scripts of this shape. */
  public MailAccountRemediator(SqlForm form) {
    this.form = form;
  }

  @Override
  public String kind() {
    return MailAccountRows.CATALOGUE.kind();
  }

  @Override
  public Form form() {
    return form;
  }

  @Override
  public Mending mend(Host host, List<Finding> findings) {
    Map<Address, List<Finding>> byAccount = new TreeMap<>();
    findings.forEach(
        f -> byAccount.computeIfAbsent(f.subject().address(), a -> new ArrayList<>()).add(f));
    PasswordNames names = new PasswordNames();
    List<Step> steps = new ArrayList<>();
    List<ByHand> byHand = new ArrayList<>();
    byAccount.forEach(
        (address, about) -> {
          AccountPlan plan = plan(about, names);
          plan.step().ifPresent(steps::add);
          byHand.addAll(plan.byHand());
        });
    return new Mending(AccountSql.declarations(), LIMITS, steps, byHand);
  }

  private static AccountPlan plan(List<Finding> findings, PasswordNames names) {
    for (Finding finding : findings) {
      Repair repair = finding.difference().repair().orElseThrow();
      if (repair instanceof Repair.Create create) {
        return new CreationPlan(finding, create, names).plan();
      }
      if (repair instanceof Repair.Remove remove) {
        return new RemovalPlan(finding, remove, names).plan();
      }
    }
    return new ChangePlan(findings, names).plan();
  }
}
