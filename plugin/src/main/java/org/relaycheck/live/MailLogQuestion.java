package org.relaycheck.live;

/**
 * What a SQL Server is asked about its mail log: constant T-SQL for 2008 R2 and later with two
 * parameters, of which one is NULL: a time as text (126), and a number of minutes before now. The
 * first column's name says what the rows of a result set are:
 *
 * <ul>
 *   <li>{@code log}: rows of the log, the newest first: number, type, at, account, text; one more
 *       than {@link #MOST} if there are more.
 *   <li>{@code account}: number and name of a mail account.
 *   <li>{@code mails}: a state, and how many mails have it.
 *   <li>{@code unseen}: what could not be seen, with the grant that would help.
 *   <li>{@code unread}: why nothing of the log could be read.
 * </ul>
 *
 * @param sql whole statements, each with its semicolon
 */
public record MailLogQuestion(String sql) {

  /** How many rows are read at most. */
  public static final int MOST = 5000;
}
