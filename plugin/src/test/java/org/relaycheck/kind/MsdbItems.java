package org.relaycheck.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.kind.mailsettings.MailSettingRows;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.standin.tsql.Msdb;
import org.relaycheck.standin.tsql.Parameters;
import org.relaycheck.standin.tsql.Profiles;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

/** What an instance in memory answers to the questions. */
public final class MsdbItems {

  private static final List<String> COLUMNS =
      List.of(
          "email_address",
          "display_name",
          "replyto_address",
          "description",
          "port",
          "enable_ssl",
          "timeout",
          "use_default_credentials",
          "username");

  private MsdbItems() {}

  /** Its accounts. */
  public static List<AnswerItem> accounts(Msdb msdb) {
    return msdb.accounts().stream().map(name -> account(msdb, name)).toList();
  }

  private static AnswerItem account(Msdb msdb, String account) {
    Map<String, Raw> values = new LinkedHashMap<>();
    COLUMNS.forEach(column -> values.put(column, raw(msdb.value(account, column))));
    values.put("mailserver_name", raw(msdb.value(account, "servername")));
    Object id = msdb.value(account, "credential_id");
    Optional<Map<String, @Nullable Object>> linked =
        msdb.table("sys.credentials").stream()
            .filter(one -> id != null && id.equals(one.get("credential_id")))
            .findFirst();
    if (id != null && linked.isEmpty() && !msdb.may("VIEW ANY DEFINITION")) {
      Raw hidden = new Raw.Unread("this login may not see credentials");
      values.put("credential", hidden);
      values.put("credential_set", hidden);
    } else {
      values.put("credential", Raw.text(String.valueOf(linked.isPresent())));
      values.put("credential_set", raw(linked.map(one -> one.get("modify_date")).orElse(null)));
    }
    return item(MailAccountRows.CATALOGUE.kind(), account, values);
  }

  /**
   * Its profiles.
   *
   * @param agent the one that SQL Server Agent sends with; empty if that cannot be told
   */
  public static List<AnswerItem> profiles(Msdb msdb, Optional<String> agent) {
    Profiles profiles = new Profiles(msdb);
    List<AnswerItem> items = new ArrayList<>();
    for (String name : profiles.names()) {
      Map<String, Raw> values = new LinkedHashMap<>();
      values.put("description", raw(profiles.description(name)));
      values.put("accounts", Raw.items(profiles.accounts(name)));
      values.put("ties", Raw.text(String.valueOf(profiles.ties(name))));
      values.put("grants", Raw.items(profiles.senders(name, false)));
      values.put("default_for", Raw.items(profiles.senders(name, true)));
      values.put(
          "agent",
          agent
              .map(one -> Raw.text(String.valueOf(one.equals(name))))
              .orElseGet(() -> new Raw.Unread("this server does not show it")));
      items.add(item(MailProfileRows.CATALOGUE.kind(), name, values));
    }
    return items;
  }

  /** Its Database Mail as a whole. */
  public static AnswerItem service(Msdb msdb) {
    Parameters parameters = new Parameters(msdb);
    Map<String, Raw> values = new LinkedHashMap<>();
    parameters.names().forEach(name -> values.put(name, raw(parameters.value(name))));
    values.put("DatabaseMailXPs", Raw.text("1"));
    values.put("queue", Raw.text(parameters.receives() ? "STARTED" : "STOPPED"));
    values.put("activation", Raw.text(String.valueOf(parameters.activates())));
    values.put("broker", Raw.text("true"));
    return item(MailSettingRows.CATALOGUE.kind(), "Database Mail", values);
  }

  private static AnswerItem item(String kind, String name, Map<String, Raw> values) {
    return new AnswerItem(kind, name, Optional.empty(), values, LastChange.unknown());
  }

  private static Raw raw(@Nullable Object value) {
    return value == null || value.equals("") ? new Raw.Empty() : new Raw.Text(value.toString());
  }
}
