package org.relaycheck.live;

/** A port to the log that a mail system keeps. Never throws for a system that is down. */
public interface MailLog {

  /**
   * Reads the most recent rows of the log that a connection leads to.
   *
   * @param since how far back
   */
  MailLogAnswer read(HostConnection connection, LogPeriod since);

  /** Of a run that has no way to any log. */
  static MailLog none() {
    return (connection, since) ->
        new MailLogAnswer.Unread("this run cannot ask mail logs", "please report this");
  }
}
