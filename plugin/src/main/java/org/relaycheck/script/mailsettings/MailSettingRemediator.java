package org.relaycheck.resource.mailsettings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Property;
import org.relaycheck.dialect.TSql;
import org.relaycheck.drift.Finding;
import org.relaycheck.remedy.ByHand;
import org.relaycheck.remedy.Form;
import org.relaycheck.remedy.Host;
import org.relaycheck.remedy.Mending;
import org.relaycheck.remedy.Part;
import org.relaycheck.remedy.Remediator;
import org.relaycheck.remedy.SqlForm;
import org.relaycheck.remedy.SqlValue;
import org.relaycheck.remedy.Step;
import org.relaycheck.remedy.Wish;
import org.relaycheck.remedy.Wishes;
import org.relaycheck.state.Address;

/**
 * Mends the parameters of Database Mail, and starts its queue. Nothing here stops anything: while
 * the queue is stopped, mail is refused and lost.
 */
public final class MailSettingRemediator implements Remediator {

  private static final String HOSTING = "Hosting";
  private static final String RDS = "Amazon RDS";
  private static final String NOT_ON_RDS = "Amazon RDS does not let anybody change the parameters";

  private static final List<String> LIMITS =
      List.of(
          "It calls the procedures of Database Mail only, and never stops the mail queue.",
          "For parameters and the queue the login needs to be sysadmin or db_owner of msdb.",
          "It leaves Database Mail XPs and Service Broker to a person.",
          "Database Mail keeps settings in memory: a change may take minutes to act.");

  private final Form form;

  /** A remediator whose steps stand in scripts of this shape. */
  public MailSettingRemediator(SqlForm form) {
    this.form = form;
  }

  @Override
  public String kind() {
    return MailSettingRows.CATALOGUE.kind();
  }

  @Override
  public Form form() {
    return form;
  }

  /** There is one such resource, which nobody makes or removes. */
  @Override
  public Mending mend(Host host, List<Finding> findings) {
    List<Wish<?>> parameters = new ArrayList<>();
    List<Wish<?>> starts = new ArrayList<>();
    List<ByHand> byHand = new ArrayList<>();
    for (Wish<?> wish : Wishes.of(findings)) {
      Optional<String> obstacle = obstacle(wish, host);
      if (obstacle.isPresent()) {
        wish.findings().forEach(finding -> byHand.add(new ByHand(finding, obstacle.get())));
      } else {
        (wish.row().binding() instanceof Binding.Procedure ? starts : parameters).add(wish);
      }
    }
    List<Step> steps = new ArrayList<>();
    if (!parameters.isEmpty()) {
      steps.add(parameters(parameters));
    }
    if (!starts.isEmpty()) {
      steps.add(start(starts));
    }
    return new Mending(ParameterSql.declarations(), LIMITS, steps, byHand);
  }

  private static <T> Optional<String> obstacle(Wish<T> wish, Host host) {
    Property<T> row = wish.row();
    Optional<String> name = TSql.refusal(address(List.of(wish)).name());
    if (name.isPresent()) {
      return name;
    }
    if (row.binding() instanceof Binding.Procedure) {
      return SqlValue.obstacle(row, wish.mend());
    }
    boolean rds = RDS.equals(host.state().facts().get(HOSTING));
    return rds && row.binding() instanceof Binding.Column
        ? Optional.of(NOT_ON_RDS)
        : Parameter.obstacle(wish);
  }

  private static Step parameters(List<Wish<?>> wishes) {
    List<Parameter> forth = wishes.stream().<Parameter>map(Parameter::of).toList();
    List<Parameter> back = forth.stream().map(Parameter::back).toList();
    String name = address(wishes).name();
    return new Step(
        address(wishes),
        findings(wishes),
        Part.of(new ParameterSql(name, forth).sql()),
        Part.of(new ParameterSql(name, back).sql()),
        List.of(),
        List.of());
  }

  private static Step start(List<Wish<?>> wishes) {
    return new Step(
        address(wishes),
        findings(wishes),
        Part.of(QueueStart.sql(address(wishes).name())),
        Part.of(QueueStart.stays()),
        List.of("mail that waits in the queue is sent as soon as it starts"),
        List.of("the queue stays started: no script stops it"));
  }

  private static Address address(List<Wish<?>> wishes) {
    return wishes.get(0).findings().get(0).subject().address();
  }

  private static List<Finding> findings(List<Wish<?>> wishes) {
    return wishes.stream().flatMap(wish -> wish.findings().stream()).toList();
  }
}
