package org.relaycheck.bench;

import java.time.Duration;
import java.util.List;
import org.relaycheck.standin.tds.Column;
import org.relaycheck.standin.tds.Login;
import org.relaycheck.standin.tds.Reply;
import org.relaycheck.standin.tds.Request;
import org.relaycheck.standin.tds.Rows;
import org.relaycheck.standin.tds.Script;

/**
 * A SQL Server that answers after some time.
 *
 * @param name of the server
 * @param time that it needs
 */
record SlowInstance(String name, Duration time) implements Script {

  @Override
  public List<Reply> answer(Login login, Request request) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
    return List.of(
        Rows.of(Column.text("fact"), Column.text("value")).row("ServerName", name),
        Rows.of(Column.text("question")).row("mailAccounts"),
        Rows.of(Column.text("resource"), Column.text("port"), Column.text("mailserver_name"))
            .row("Bulk", "25", "relay.example.com"));
  }
}
