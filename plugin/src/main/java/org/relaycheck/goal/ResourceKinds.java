package org.relaycheck.goal;

import java.util.List;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.kind.mailaccounts.MailAccountQuestion;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.mailprofiles.MailProfileQuestion;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.kind.mailsettings.MailLogQuery;
import org.relaycheck.kind.mailsettings.MailSettingQuestion;
import org.relaycheck.kind.mailsettings.MailSettingRows;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.live.MailLogQuestion;
import org.relaycheck.live.SqlQuestion;
import org.relaycheck.policy.PolicyReader;
import org.relaycheck.policy.preset.ClassPathPresets;
import org.relaycheck.policy.read.KnownRule;
import org.relaycheck.rule.Rule;
import org.relaycheck.rule.Rules;
import org.relaycheck.script.KindRemediator;
import org.relaycheck.script.SqlForm;
import org.relaycheck.script.mailaccounts.MailAccountRemediator;
import org.relaycheck.script.mailprofiles.MailProfileRemediator;
import org.relaycheck.script.mailsettings.MailSettingRemediator;
import org.relaycheck.script.receiveconnectors.ReceiveConnectorRemediator;

/** The kinds of resources that there are, one line a kind, and the rules between them. */
public final class ResourceKinds {

  private static final List<Catalogue> CATALOGUES =
      List.of(
          ReceiveConnectorRows.CATALOGUE,
          MailAccountRows.CATALOGUE,
          MailProfileRows.CATALOGUE,
          MailSettingRows.CATALOGUE);

  private static final List<SqlQuestion> SQL_QUESTIONS =
      List.of(
          MailAccountQuestion.QUESTION, MailProfileQuestion.QUESTION, MailSettingQuestion.QUESTION);

  private ResourceKinds() {}

  public static List<Catalogue> catalogues() {
    return CATALOGUES;
  }

  /** How kinds are fixed, in the order in which a script does it. */
  public static List<KindRemediator> remediators() {
    SqlForm sql = new SqlForm();
    return List.of(
        new ReceiveConnectorRemediator(),
        new MailAccountRemediator(sql),
        new MailProfileRemediator(sql),
        new MailSettingRemediator(sql));
  }

  /** The kind that Exchange's own file formats hold. */
  public static Catalogue receiveConnectors() {
    return ReceiveConnectorRows.CATALOGUE;
  }

  /** The rules that files of ours may speak of. */
  public static List<KnownRule> rules() {
    return Rules.all().stream()
        .map(Rule::facts)
        .map(rule -> new KnownRule(rule.id(), rule.ignorable(), rule.inputs()))
        .toList();
  }

  /** A reader of policies about these kinds, with the presets that ship with the plugin. */
  public static PolicyReader policyReader() {
    ClassLoader own = ResourceKinds.class.getClassLoader();
    return new PolicyReader(CATALOGUES, rules(), new ClassPathPresets(own));
  }

  /** What a SQL Server is asked, a question a kind. */
  public static List<SqlQuestion> sqlQuestions() {
    return SQL_QUESTIONS;
  }

  /** What a SQL Server is asked about its mail log. */
  public static MailLogQuestion mailLogQuestion() {
    return MailLogQuery.QUESTION;
  }
}
