package org.relaycheck.script.mailsettings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.Finding;
import org.relaycheck.dialect.TSql;
import org.relaycheck.kind.mailsettings.MailSettingRows;
import org.relaycheck.script.ByHand;
import org.relaycheck.script.KindRemediation;
import org.relaycheck.script.KindRemediator;
import org.relaycheck.script.ScriptForm;
import org.relaycheck.script.ScriptHost;
import org.relaycheck.script.ScriptPart;
import org.relaycheck.script.ScriptStep;
import org.relaycheck.script.SqlForm;
import org.relaycheck.script.SqlValue;
import org.relaycheck.script.WantedSetting;
import org.relaycheck.script.WantedSettings;
import org.relaycheck.state.Address;

/**
 * Fixes the parameters of Database Mail, and starts its queue. Nothing here stops anything: while
 * the queue is stopped, mail is refused and lost.
 */
public final class MailSettingRemediator implements KindRemediator {

  private static final String HOSTING = "Hosting";
  private static final String RDS = "Amazon RDS";
  private static final String NOT_ON_RDS = "Amazon RDS does not let anybody change the parameters";

  private static final List<String> LIMITS =
      List.of(
          "It calls the procedures of Database Mail only, and never stops the mail queue.",
          "For parameters and the queue the login needs to be sysadmin or db_owner of msdb.",
          "It leaves Database Mail XPs and Service Broker to a person.");

  private final ScriptForm form;

  /** A remediator whose steps stand in scripts of this shape. */
  public MailSettingRemediator(SqlForm form) {
    this.form = form;
  }

  @Override
  public String kind() {
    return MailSettingRows.CATALOGUE.kind();
  }

  @Override
  public ScriptForm form() {
    return form;
  }

  /** There is one such resource, which nobody makes or removes. */
  @Override
  public KindRemediation remediation(ScriptHost host, List<Finding> findings) {
    List<WantedSetting<?>> parameters = new ArrayList<>();
    List<WantedSetting<?>> starts = new ArrayList<>();
    List<ByHand> byHand = new ArrayList<>();
    for (WantedSetting<?> setting : WantedSettings.of(findings)) {
      Optional<String> obstacle = obstacle(setting, host);
      if (obstacle.isPresent()) {
        setting.findings().forEach(finding -> byHand.add(new ByHand(finding, obstacle.get())));
      } else {
        (setting.row().binding() instanceof Binding.Procedure ? starts : parameters).add(setting);
      }
    }
    List<ScriptStep> steps = new ArrayList<>();
    if (!parameters.isEmpty()) {
      steps.add(parameters(parameters));
    }
    if (!starts.isEmpty()) {
      steps.add(start(starts));
    }
    return new KindRemediation(ParameterSql.declarations(), SqlForm.OUTAGE, LIMITS, steps, byHand);
  }

  private static <T> Optional<String> obstacle(WantedSetting<T> setting, ScriptHost host) {
    Property<T> row = setting.row();
    Optional<String> name = TSql.refusal(address(List.of(setting)).name());
    if (name.isPresent()) {
      return name;
    }
    if (row.binding() instanceof Binding.Procedure) {
      return SqlValue.obstacle(row, setting.fix());
    }
    boolean rds = RDS.equals(host.state().facts().get(HOSTING));
    return rds && row.binding() instanceof Binding.Column
        ? Optional.of(NOT_ON_RDS)
        : MailParameter.obstacle(setting);
  }

  private static ScriptStep parameters(List<WantedSetting<?>> settings) {
    List<MailParameter> forth = settings.stream().<MailParameter>map(MailParameter::of).toList();
    List<MailParameter> back = forth.stream().map(MailParameter::back).toList();
    String name = address(settings).name();
    return new ScriptStep(
        address(settings),
        findings(settings),
        ScriptPart.of(new ParameterSql(name, forth).sql()),
        ScriptPart.of(new ParameterSql(name, back).sql()),
        List.of(),
        List.of());
  }

  private static ScriptStep start(List<WantedSetting<?>> settings) {
    return new ScriptStep(
        address(settings),
        findings(settings),
        ScriptPart.of(QueueStart.sql(address(settings).name())),
        ScriptPart.of(QueueStart.stays()),
        List.of("mail that waits in the queue is sent as soon as it starts"),
        List.of("the queue stays started: no script stops it"));
  }

  private static Address address(List<WantedSetting<?>> settings) {
    return settings.get(0).findings().get(0).subject().address();
  }

  private static List<Finding> findings(List<WantedSetting<?>> settings) {
    return settings.stream().flatMap(setting -> setting.findings().stream()).toList();
  }
}
