package org.relaycheck.live;

/**
 * A row of a mail log.
 *
 * @param number its number there
 * @param type {@code success}, {@code information}, {@code warning} or {@code error}
 * @param at the server's own time, as 2026-10-01T06:12:33
 * @param account the number of the mail account; empty if the row has none
 * @param text what it says
 */
public record MailLogRow(String number, String type, String at, String account, String text) {

  /** Whether a later attempt delivered the mail: what fails in the end is an error. */
  public boolean delivered() {
    return type.equals("warning");
  }
}
