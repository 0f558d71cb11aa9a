package org.relaycheck.script.mailaccounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.script.ByHand;
import org.relaycheck.script.KindRemediation;
import org.relaycheck.script.KindRemediator;
import org.relaycheck.script.ScriptForm;
import org.relaycheck.script.ScriptHost;
import org.relaycheck.script.ScriptStep;
import org.relaycheck.script.SqlForm;
import org.relaycheck.state.Address;

/**
 * Fixes mail accounts through the procedures of msdb, and never at the price of a password.
 *
 * <p>A value that the procedures are not given stays, but for user name and password: those are
 * dropped unless {@code @no_credential_change} is 1, and even then if the login cannot see the
 * credential.
 */
public final class MailAccountRemediator implements KindRemediator {

  private static final List<String> LIMITS =
      List.of(
          "It calls the procedures of Database Mail only, and never stops the mail queue.",
          "For accounts the login needs to be sysadmin, or db_owner of msdb with ALTER ANY"
              + " CREDENTIAL.",
          "It never changes or drops a password unless a line below says so, and removes no"
              + " account that a profile uses.");

  private final ScriptForm form;

  /** A remediator whose steps stand in scripts of this shape. */
  public MailAccountRemediator(SqlForm form) {
    this.form = form;
  }

  @Override
  public String kind() {
    return MailAccountRows.CATALOGUE.kind();
  }

  @Override
  public ScriptForm form() {
    return form;
  }

  @Override
  public KindRemediation remediation(ScriptHost host, List<Finding> findings) {
    Map<Address, List<Finding>> byAccount = new TreeMap<>();
    findings.forEach(
        f -> byAccount.computeIfAbsent(f.subject().address(), a -> new ArrayList<>()).add(f));
    PasswordNames names = new PasswordNames();
    List<ScriptStep> steps = new ArrayList<>();
    List<ByHand> byHand = new ArrayList<>();
    byAccount.forEach(
        (address, about) -> {
          AccountPlan plan = plan(about, names);
          plan.step().ifPresent(steps::add);
          byHand.addAll(plan.byHand());
        });
    return new KindRemediation(AccountSql.declarations(), SqlForm.OUTAGE, LIMITS, steps, byHand);
  }

  private static AccountPlan plan(List<Finding> findings, PasswordNames names) {
    for (Finding finding : findings) {
      FindingRepair repair = finding.difference().repair().orElseThrow();
      if (repair instanceof FindingRepair.Create create) {
        return new AccountCreationPlan(finding, create, names).plan();
      }
      if (repair instanceof FindingRepair.Remove remove) {
        return new AccountRemovalPlan(finding, remove, names).plan();
      }
    }
    return new AccountChangePlan(findings, names).plan();
  }
}
