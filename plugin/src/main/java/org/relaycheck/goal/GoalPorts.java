package org.relaycheck.engine;

import org.relaycheck.live.MailLog;
import org.relaycheck.live.Progress;
import org.relaycheck.live.Source;

/**
 * What the use cases need from outside.
 *
 * @param source asks hosts
 * @param mailLog asks for mail logs
 * @param progress is told how that goes
 * @param version the plugin's own
 */
public record Ports(Source source, MailLog mailLog, Progress progress, String version) {

  /** Of use cases that read no mail log. */
  public Ports(Source source, Progress progress, String version) {
    this(source, MailLog.none(), progress, version);
  }
}
