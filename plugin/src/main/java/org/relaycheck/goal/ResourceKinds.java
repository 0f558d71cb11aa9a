package org.relaycheck.engine;

import java.util.List;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.live.LogQuestion;
import org.relaycheck.live.SqlQuestion;
import org.relaycheck.policy.ClassPathPresets;
import org.relaycheck.policy.KnownRule;
import org.relaycheck.policy.PolicyReader;
import org.relaycheck.remedy.Remediator;
import org.relaycheck.remedy.SqlForm;
import org.relaycheck.resource.mailaccounts.MailAccountQuestion;
import org.relaycheck.resource.mailaccounts.MailAccountRemediator;
import org.relaycheck.resource.mailaccounts.MailAccountRows;
import org.relaycheck.resource.mailprofiles.MailProfileQuestion;
import org.relaycheck.resource.mailprofiles.MailProfileRemediator;
import org.relaycheck.resource.mailprofiles.MailProfileRows;
import org.relaycheck.resource.mailsettings.MailLogQuestion;
import org.relaycheck.resource.mailsettings.MailSettingQuestion;
import org.relaycheck.resource.mailsettings.MailSettingRemediator;
import org.relaycheck.resource.mailsettings.MailSettingRows;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRemediator;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.rule.Rule;
import org.relaycheck.rule.Rules;

/** The kinds of resources that there are, one line a kind, and the rules between them. */
public final class ResourceTypes {

  private static final List<Catalogue> CATALOGUES =
      List.of(
          ReceiveConnectorRows.CATALOGUE,
          MailAccountRows.CATALOGUE,
          MailProfileRows.CATALOGUE,
          MailSettingRows.CATALOGUE);

  private static final List<SqlQuestion> SQL_QUESTIONS =
      List.of(
          MailAccountQuestion.QUESTION, MailProfileQuestion.QUESTION, MailSettingQuestion.QUESTION);

  private ResourceTypes() {}

  public static List<Catalogue> catalogues() {
    return CATALOGUES;
  }

  /** How kinds are mended, in the order in which a script does it. */
  static List<Remediator> remediators() {
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
  static List<KnownRule> rules() {
    return Rules.all().stream()
        .map(Rule::facts)
        .map(rule -> new KnownRule(rule.id(), rule.ignorable()))
        .toList();
  }

  /** A reader of policies about these kinds, with the presets that ship with the plugin. */
  static PolicyReader policyReader() {
    ClassLoader own = ResourceTypes.class.getClassLoader();
    return new PolicyReader(CATALOGUES, rules(), new ClassPathPresets(own));
  }

  /** What a SQL Server is asked, a question a kind. */
  public static List<SqlQuestion> sqlQuestions() {
    return SQL_QUESTIONS;
  }

  /** What a SQL Server is asked about its mail log. */
  public static LogQuestion mailLogQuestion() {
    return MailLogQuestion.QUESTION;
  }
}
