package org.relaycheck.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.standin.exchange.Connector;
import org.relaycheck.standin.exchange.Entry;
import org.relaycheck.standin.exchange.Organisation;
import org.relaycheck.standin.powershell.Hash;
import org.relaycheck.standin.powershell.Shell;
import org.relaycheck.standin.tsql.Batch;
import org.relaycheck.standin.tsql.Msdb;
import org.relaycheck.value.Raw;

/** A server in memory, made from what a record tells of it: it runs scripts, and can be read. */
sealed interface Machine {

  /** Runs a script to its end, which must be a good one. */
  void run(String script);

  /** A recorded resource with the values that it has now. */
  AnswerItem now(AnswerItem recorded);

  /** A server with these resources. */
  static Machine of(String server, List<AnswerItem> items) {
    return items.get(0).kind().equals("receiveConnectors")
        ? Exchange.of(server, items)
        : Sql.of(server, items);
  }

  /** A recorded item whose values are told anew. */
  private static AnswerItem told(AnswerItem recorded, Map<String, Raw> now) {
    Map<String, Raw> values = new HashMap<>(recorded.values());
    values.replaceAll((name, before) -> now.getOrDefault(name, before));
    return new AnswerItem(
        recorded.kind(), recorded.name(), recorded.server(), values, recorded.change());
  }

  /** A server with receive connectors. */
  record Exchange(String server, Organisation organisation) implements Machine {

    private static final String GROUPS = "PermissionGroups";
    private static final String CUSTOM = ", Custom";

    static Exchange of(String server, List<AnswerItem> items) {
      boolean old = items.stream().noneMatch(item -> item.values().containsKey("TransportRole"));
      Set<String> lacking = old ? Set.of("TransportRole", "AuthTarpitInterval") : Set.of();
      Organisation organisation = new Organisation(false, false, lacking);
      for (AnswerItem item : items) {
        Map<String, Object> settings = new LinkedHashMap<>();
        item.values().forEach((name, raw) -> settings.put(name, setting(raw)));
        Object rights = settings.remove("ExtendedRights");
        settings.computeIfPresent(GROUPS, (name, text) -> bare((String) text));
        Connector connector = organisation.add(server, item.name(), settings);
        connector.entries().clear();
        if (rights instanceof List<?> list) {
          list.forEach(entry -> connector.entries().add(entry((String) entry)));
        }
      }
      return new Exchange(server, organisation);
    }

    private static String bare(String groups) {
      return groups.endsWith(CUSTOM)
          ? groups.substring(0, groups.length() - CUSTOM.length())
          : groups;
    }

    private static Object setting(Raw raw) {
      return raw instanceof Raw.Items items ? items.values() : raw.shown();
    }

    /** As the record tells it: allow or deny, who, and the right as the last word. */
    private static Entry entry(String text) {
      int right = text.lastIndexOf(' ');
      int who = text.indexOf(' ');
      return new Entry(
          text.startsWith("allow "),
          text.substring(who + 1, right),
          text.substring(right + 1),
          false);
    }

    @Override
    public void run(String script) {
      Shell.Result result = Shell.run(script, organisation, new Hash());
      assertThat(result.code()).as(result::said).isZero();
    }

    @Override
    public AnswerItem now(AnswerItem recorded) {
      Connector connector = organisation.connector(server, recorded.name());
      Map<String, Raw> now = new HashMap<>();
      organisation.shown(connector).forEach((name, value) -> now.put(name, raw(value)));
      // Exchange adds the word for entries that no group explains; the model knows other groups
      boolean custom = recorded.values().get(GROUPS).shown().endsWith(CUSTOM);
      now.put(GROUPS, Raw.text(connector.get(GROUPS) + (custom ? CUSTOM : "")));
      return told(recorded, now);
    }

    private static Raw raw(Object value) {
      return value instanceof List<?> list
          ? Raw.items(list.stream().map(String::valueOf).collect(Collectors.toList()))
          : Raw.text((String) value);
    }
  }

  /** An instance with mail accounts. */
  record Sql(Msdb msdb) implements Machine {

    static Sql of(String server, List<AnswerItem> items) {
      Msdb msdb = new Msdb(server);
      for (AnswerItem item : items) {
        Map<String, @Nullable Object> settings = new LinkedHashMap<>();
        item.values().forEach((name, raw) -> settings.put(name, column(raw)));
        msdb.account(item.name(), settings);
      }
      return new Sql(msdb);
    }

    private static @Nullable Object column(Raw raw) {
      String text = raw.shown();
      if (text.isEmpty()) {
        return null;
      }
      return text.chars().allMatch(Character::isDigit) ? (Object) Long.valueOf(text) : text;
    }

    @Override
    public void run(String script) {
      assertThat(Batch.run(script, Map.of(), msdb).errors()).isEmpty();
    }

    @Override
    public AnswerItem now(AnswerItem recorded) {
      Map<String, Raw> now = new HashMap<>();
      List<String> columns = new ArrayList<>(recorded.values().keySet());
      columns.removeAll(List.of("credential", "credential_set"));
      for (String name : columns) {
        String column = name.equals("mailserver_name") ? "servername" : name;
        Object value = msdb.value(recorded.name(), column);
        now.put(name, value == null ? new Raw.Empty() : Raw.text(value.toString()));
      }
      return told(recorded, now);
    }
  }
}
