package org.relaycheck.goal;

import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.MailLog;
import org.relaycheck.live.SurveyProgress;

/**
 * What the use cases need from outside.
 *
 * @param source asks hosts
 * @param mailLog asks for mail logs
 * @param progress is told how that goes
 * @param version the plugin's own
 */
public record GoalPorts(
    AnswerSource source, MailLog mailLog, SurveyProgress progress, String version) {

  /** Of use cases that read no mail log. */
  public GoalPorts(AnswerSource source, SurveyProgress progress, String version) {
    this(source, MailLog.none(), progress, version);
  }
}
