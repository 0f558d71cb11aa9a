package org.relaycheck.live;

import java.util.List;
import java.util.Map;

/** What became of asking for a log. */
public sealed interface MailLogAnswer {

  /**
   * It was read.
   *
   * @param rows the most recent ones, in the order in which they were written
   * @param complete whether there are no older ones of the time that was asked for
   * @param accounts the names of the mail accounts, by their numbers
   * @param mails how many mails have which state, of the time that was asked for
   * @param unseen what could not be seen, each with what would help
   */
  record Rows(
      List<MailLogRow> rows,
      boolean complete,
      Map<String, String> accounts,
      Map<String, Long> mails,
      List<String> unseen)
      implements MailLogAnswer {
    public Rows {
      rows = List.copyOf(rows);
      accounts = Map.copyOf(accounts);
      mails = Map.copyOf(mails);
      unseen = List.copyOf(unseen);
    }
  }

  /**
   * It was not.
   *
   * @param why what happened
   * @param fix what to do about it
   */
  record Unread(String why, String fix) implements MailLogAnswer {}
}
