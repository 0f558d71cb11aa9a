package org.relaycheck.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.MailLogAnswer;
import org.relaycheck.live.MailLogQuestion;
import org.relaycheck.live.MailLogRow;

/** What a server has answered so far to the question about its mail log. */
final class MailLogRows {

  private final List<MailLogRow> rows = new ArrayList<>();
  private final Map<String, String> accounts = new HashMap<>();
  private final Map<String, Long> mails = new HashMap<>();
  private final List<String> unseen = new ArrayList<>();
  private Optional<String> unread = Optional.empty();
  private boolean listed;

  /**
   * Takes a result set.
   *
   * @param shape what its rows are
   * @param cells of its rows
   */
  void take(String shape, List<List<String>> cells) {
    switch (shape) {
      case "log" -> {
        listed = true;
        cells.forEach(
            row ->
                rows.add(
                    new MailLogRow(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4))));
      }
      case "account" -> cells.forEach(row -> accounts.put(row.get(0), row.get(1)));
      case "mails" -> cells.forEach(row -> mails.put(row.get(0), Long.valueOf(row.get(1))));
      case "unseen" -> cells.forEach(row -> unseen.add(row.get(0)));
      case "unread" -> unread = Optional.of(cells.get(0).get(0));
      default ->
          unread = Optional.of("the server answered '" + shape + "', which is not understood");
    }
  }

  MailLogAnswer logged() {
    if (unread.isPresent() || !listed) {
      return new MailLogAnswer.Unread(
          unread.orElse("the server did not answer the question about its mail log"),
          "docs/sql-rights.sql has the GRANTs for a login that reads");
    }
    boolean complete = rows.size() <= MailLogQuestion.MOST;
    List<MailLogRow> newest =
        new ArrayList<>(complete ? rows : rows.subList(0, MailLogQuestion.MOST));
    Collections.reverse(newest);
    return new MailLogAnswer.Rows(newest, complete, accounts, mails, unseen);
  }
}
