package org.relaycheck.standin.tsql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tables of Database Mail, credentials, and a login that works with them. What the procedures
 * do is in {@link AccountProcedures}.
 */
public final class Msdb implements Server {

  static final String ACCOUNT = "msdb.dbo.sysmail_account";
  static final String SERVER = "msdb.dbo.sysmail_server";
  static final String PROFILE_ACCOUNT = "msdb.dbo.sysmail_profileaccount";
  static final String CREDENTIALS = "sys.credentials";
  static final String PROFILE = "msdb.dbo.sysmail_profile";
  static final String PRINCIPAL_PROFILE = "msdb.dbo.sysmail_principalprofile";
  static final String PRINCIPALS = "msdb.sys.database_principals";
  static final String CONFIGURATION = "msdb.dbo.sysmail_configuration";
  static final String QUEUES = "msdb.sys.service_queues";
  static final String OPTIONS = "sys.configurations";
  static final String UNSENT = "msdb.dbo.sysmail_unsentitems";

  /** What a grant to everybody has instead of somebody's SID. */
  static final Bin EVERYBODY = Bin.of("\0");

  private final String name;
  private final Map<String, List<Map<String, @Nullable Object>>> tables = new LinkedHashMap<>();
  private @Nullable String group;
  private boolean knowsGroups = true;
  private Credentials rights = Credentials.ALTER;
  private Fault fault = Fault.NONE;
  private final List<String> databases = new ArrayList<>();
  private long last;
  private int calls;

  /** An instance of this name without accounts. */
  public Msdb(String name) {
    this.name = name;
    List.of(ACCOUNT, SERVER, PROFILE_ACCOUNT, CREDENTIALS, PROFILE, PRINCIPAL_PROFILE)
        .forEach(table -> tables.put(table, new ArrayList<>()));
    List.of(PRINCIPALS, CONFIGURATION, QUEUES, OPTIONS, UNSENT)
        .forEach(table -> tables.put(table, new ArrayList<>()));
  }

  /** The session is in a contained availability group. */
  public Msdb inGroup(String id) {
    group = id;
    return this;
  }

  /** An instance of Amazon's. */
  public Msdb onRds() {
    databases.add("rdsadmin");
    return this;
  }

  /** A version of before 2022, whose sessions have no such column. */
  public Msdb old() {
    knowsGroups = false;
    return this;
  }

  /** From now on the login has these rights. */
  public Msdb login(Credentials credentials) {
    rights = credentials;
    return this;
  }

  /** From now on procedures behave so. */
  public Msdb fault(Fault next) {
    fault = next;
    return this;
  }

  Credentials rights() {
    return rights;
  }

  /** How many procedures were called. */
  public int calls() {
    return calls;
  }

  /** Everything, secrets too, as text that two equal states have in common. */
  public String dump() {
    return tables.toString();
  }

  long number() {
    return ++last;
  }

  List<Map<String, @Nullable Object>> all(String table) {
    return Objects.requireNonNull(tables.get(table));
  }

  /** An account, with a credential if it has a user name. */
  public Msdb account(String account, Map<String, @Nullable Object> settings) {
    long id = number();
    Map<String, @Nullable Object> a = new LinkedHashMap<>();
    a.put("account_id", id);
    a.put("name", account);
    for (String column :
        List.of("email_address", "display_name", "replyto_address", "description")) {
      a.put(column, settings.get(column));
    }
    all(ACCOUNT).add(a);
    Map<String, @Nullable Object> s = new LinkedHashMap<>();
    s.put("account_id", id);
    s.put("servertype", "SMTP");
    s.put("servername", settings.get("mailserver_name"));
    for (String column :
        List.of("port", "username", "use_default_credentials", "enable_ssl", "timeout")) {
      s.put(column, settings.get(column));
    }
    Object user = settings.get("username");
    s.put("credential_id", user == null ? null : credential(user, "secret of " + account));
    all(SERVER).add(s);
    return this;
  }

  long credential(Object identity, @Nullable Object secret) {
    Map<String, @Nullable Object> credential = new LinkedHashMap<>();
    credential.put("credential_id", number());
    credential.put("name", "guid-" + last);
    credential.put("credential_identity", identity);
    credential.put("secret", secret);
    all(CREDENTIALS).add(credential);
    return last;
  }

  /** A profile sends through the account. */
  public Msdb link(String account) {
    Map<String, @Nullable Object> link = new LinkedHashMap<>();
    link.put("profile_id", 1L);
    link.put("account_id", row(account).get("account_id"));
    link.put("sequence_number", 1L);
    all(PROFILE_ACCOUNT).add(link);
    return this;
  }

  /** Somebody changes a column of an account, whichever table it is in. */
  public Msdb change(String account, String column, @Nullable Object value) {
    Map<String, @Nullable Object> row = row(account);
    Map<String, @Nullable Object> server = serverOf(row);
    (row.containsKey(column) ? row : server).put(column, value);
    return this;
  }

  /** A column of an account, whichever table it is in. */
  public @Nullable Object value(String account, String column) {
    Map<String, @Nullable Object> row = row(account);
    return row.containsKey(column) ? row.get(column) : serverOf(row).get(column);
  }

  /** The credential that an account logs in with. */
  public Map<String, @Nullable Object> credentialOf(String account) {
    Object id = value(account, "credential_id");
    return all(CREDENTIALS).stream()
        .filter(one -> Objects.equals(one.get("credential_id"), id))
        .findFirst()
        .orElseThrow();
  }

  /** The password that an account logs in with; null if it has none. */
  public @Nullable Object secret(String account) {
    Object id = value(account, "credential_id");
    return all(CREDENTIALS).stream()
        .filter(one -> Objects.equals(one.get("credential_id"), id))
        .map(one -> one.get("secret"))
        .findFirst()
        .orElse(null);
  }

  /** The names of the accounts. */
  public List<String> accounts() {
    return all(ACCOUNT).stream().map(row -> String.valueOf(row.get("name"))).toList();
  }

  private Map<String, @Nullable Object> row(String account) {
    return all(ACCOUNT).stream()
        .filter(row -> account.equals(row.get("name")))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, @Nullable Object> serverOf(Map<String, @Nullable Object> account) {
    return all(SERVER).stream()
        .filter(row -> Objects.equals(row.get("account_id"), account.get("account_id")))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public @Nullable String property(String property) {
    return property.equals("ServerName") ? name : null;
  }

  @Override
  public @Nullable Long database(String database) {
    return databases.contains(database) ? Long.valueOf(5) : null;
  }

  @Override
  public boolean may(String permission) {
    return switch (permission) {
      case "VIEW ANY DEFINITION" -> rights.seen();
      case "ALTER ANY CREDENTIAL" -> rights == Credentials.ALTER;
      default -> throw new AssertionError("scripts do not ask for " + permission);
    };
  }

  @Override
  public List<Map<String, @Nullable Object>> table(String table) {
    if (table.equals("sys.dm_exec_sessions")) {
      Map<String, @Nullable Object> session = new LinkedHashMap<>(Map.of("session_id", 51L));
      if (knowsGroups) {
        session.put("contained_availability_group_id", group);
      }
      return List.of(session);
    }
    if (!tables.containsKey(table)) {
      throw new AssertionError("scripts do not read " + table);
    }
    return table.equals(CREDENTIALS) && !rights.seen() ? List.of() : all(table);
  }

  @Override
  public Runnable savepoint() {
    Map<String, List<Map<String, @Nullable Object>>> copy = new LinkedHashMap<>();
    tables.forEach(
        (table, rows) -> {
          List<Map<String, @Nullable Object>> copies = new ArrayList<>();
          rows.forEach(row -> copies.add(new LinkedHashMap<>(row)));
          copy.put(table, copies);
        });
    return () -> tables.putAll(copy);
  }

  @Override
  public Map<String, @Nullable Object> call(
      Session session, String procedure, Map<String, @Nullable Object> arguments) {
    calls++;
    Map<String, @Nullable Object> results = new LinkedHashMap<>();
    if (fault == Fault.NOTHING_DONE || fault == Fault.REFUSED) {
      results.put("", fault == Fault.REFUSED ? 1L : 0L);
      return results;
    }
    long code =
        new ProfileProcedures(this, session)
            .call(procedure, arguments, results)
            .or(() -> new SettingProcedures(this).call(procedure, arguments))
            .orElseGet(
                () -> new AccountProcedures(this, session).call(procedure, arguments, results));
    results.put("", code);
    Object id = arguments.getOrDefault("@account_id", results.get("@account_id"));
    if (fault == Fault.TOO_MUCH) {
      Mischief.also(this, procedure, id);
    }
    if (fault == Fault.PASSWORD_LOST) {
      all(SERVER).stream()
          .filter(row -> Objects.equals(row.get("account_id"), id))
          .forEach(row -> row.put("credential_id", null));
    }
    if (fault == Fault.ERROR) {
      throw SqlError.ofEngine("Transaction was deadlocked.");
    }
    return results;
  }

  /** How msdb compares names: without case, blind for trailing blanks. */
  static String folded(@Nullable Object text) {
    return String.valueOf(text).replaceAll(" +$", "").toUpperCase(Locale.ROOT);
  }
}
