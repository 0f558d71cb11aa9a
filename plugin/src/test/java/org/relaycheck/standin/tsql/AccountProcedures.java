package org.relaycheck.standin.tsql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the procedures for accounts do with what they are given: which parameters keep a stored
 * value, which drop it, and what becomes of the credential.
 *
 * <p>Source: the procedures as scripted from copies of msdb.
 */
final class AccountProcedures {

  private static final Type NAME = new Type("nvarchar", 128);
  private static final Type TEXT = new Type("nvarchar", 256);
  private static final Type INT = new Type("int", 1);
  private static final Type BIT = new Type("bit", 1);

  private static final Map<String, Type> SETTINGS =
      Map.ofEntries(
          Map.entry("@account_id", INT),
          Map.entry("@account_name", NAME),
          Map.entry("@email_address", NAME),
          Map.entry("@display_name", NAME),
          Map.entry("@replyto_address", NAME),
          Map.entry("@description", TEXT),
          Map.entry("@mailserver_name", NAME),
          Map.entry("@mailserver_type", NAME),
          Map.entry("@port", INT),
          Map.entry("@username", NAME),
          Map.entry("@password", NAME),
          Map.entry("@use_default_credentials", BIT),
          Map.entry("@enable_ssl", BIT));

  private final Msdb msdb;
  private final Session session;

  AccountProcedures(Msdb msdb, Session session) {
    this.msdb = msdb;
    this.session = session;
  }

  /** The return code. */
  long call(
      String procedure,
      Map<String, @Nullable Object> arguments,
      Map<String, @Nullable Object> outputs) {
    return switch (procedure) {
      case "msdb.dbo.sysmail_add_account_sp" -> add(typed(arguments, Map.of()), outputs);
      case "msdb.dbo.sysmail_update_account_sp" ->
          update(typed(arguments, Map.of("@timeout", INT, "@no_credential_change", BIT)));
      case "msdb.dbo.sysmail_delete_account_sp" -> {
        if (!List.of("@account_id", "@account_name").containsAll(arguments.keySet())) {
          throw SqlError.ofEngine(arguments.keySet() + " has no such parameter");
        }
        yield delete(typed(arguments, Map.of()));
      }
      default -> throw new AssertionError("scripts do not call " + procedure);
    };
  }

  private static Map<String, @Nullable Object> typed(
      Map<String, @Nullable Object> arguments, Map<String, Type> more) {
    Map<String, @Nullable Object> typed = new LinkedHashMap<>();
    arguments.forEach(
        (name, value) -> {
          Type type = Optional.ofNullable(SETTINGS.get(name)).orElse(more.get(name));
          if (type == null) {
            throw SqlError.ofEngine(name + " is not a parameter for the procedure");
          }
          typed.put(name, type.take(value));
        });
    return typed;
  }

  private long add(Map<String, @Nullable Object> given, Map<String, @Nullable Object> outputs) {
    Object user = trimmed(given.get("@username"));
    Object password = trimmed(given.get("@password"));
    Object windows = given.getOrDefault("@use_default_credentials", 0L);
    if (!verified(user, password, windows) || !oneAddress(given.get("@replyto_address"))) {
      return 1;
    }
    session.begin();
    unique(given.get("@account_name"), null);
    long id = msdb.number();
    Map<String, @Nullable Object> account = new LinkedHashMap<>();
    account.put("account_id", id);
    account.put("name", required(given.get("@account_name")));
    account.put("email_address", required(given.get("@email_address")));
    for (String column : List.of("display_name", "replyto_address", "description")) {
      account.put(column, given.get("@" + column));
    }
    msdb.all(Msdb.ACCOUNT).add(account);
    Map<String, @Nullable Object> server = new LinkedHashMap<>();
    server.put("account_id", id);
    server.put("servertype", "SMTP");
    server.put(
        "servername",
        Optional.ofNullable(given.get("@mailserver_name")).orElse(msdb.property("ServerName")));
    server.put("port", required(given.getOrDefault("@port", 25L)));
    server.put("username", user);
    server.put("credential_id", user == null ? null : created(user, password));
    server.put("use_default_credentials", required(windows));
    server.put("enable_ssl", required(given.getOrDefault("@enable_ssl", 0L)));
    server.put("timeout", null);
    msdb.all(Msdb.SERVER).add(server);
    session.commit();
    outputs.put("@account_id", id);
    return 0;
  }

  private long update(Map<String, @Nullable Object> given) {
    Map<String, @Nullable Object> account = account(given);
    Map<String, @Nullable Object> server = server(account);
    Object user = trimmed(given.get("@username"));
    Object password = trimmed(given.get("@password"));
    boolean kept = Objects.equals(given.get("@no_credential_change"), 1L);
    Object windows =
        or(given.get("@use_default_credentials"), server.get("use_default_credentials"));
    Object reply = or(given.get("@replyto_address"), account.get("replyto_address"));
    if (!verified(user, password, windows) || !oneAddress(reply)) {
      return 1;
    }
    session.begin();
    if (given.get("@account_name") != null) {
      unique(given.get("@account_name"), account);
      account.put("name", given.get("@account_name"));
    }
    for (String column :
        List.of("email_address", "display_name", "replyto_address", "description")) {
      account.put(column, or(given.get("@" + column), account.get(column)));
    }
    credential(server, user, password, kept);
    server.put("servername", or(given.get("@mailserver_name"), server.get("servername")));
    server.put("use_default_credentials", windows);
    for (String column : List.of("port", "enable_ssl", "timeout")) {
      server.put(column, or(given.get("@" + column), server.get(column)));
    }
    session.commit();
    return 0;
  }

  /** The join with sys.credentials gives nothing where the login does not see the credential. */
  private void credential(
      Map<String, @Nullable Object> server,
      @Nullable Object user,
      @Nullable Object password,
      boolean kept) {
    Map<String, @Nullable Object> linked = linked(server);
    Object id = linked == null ? null : linked.get("credential_id");
    if (user != null && (linked == null || !kept)) {
      id = linked == null ? created(user, password) : altered(linked, user, password);
    } else if (!kept && linked != null) {
      permitted();
      msdb.all(Msdb.CREDENTIALS).remove(linked);
      id = null;
    }
    server.put("credential_id", id);
    if (!kept) {
      server.put("username", user);
    }
  }

  private @Nullable Map<String, @Nullable Object> linked(Map<String, @Nullable Object> server) {
    return msdb.table(Msdb.CREDENTIALS).stream()
        .filter(one -> Objects.equals(one.get("credential_id"), server.get("credential_id")))
        .findFirst()
        .orElse(null);
  }

  private long delete(Map<String, @Nullable Object> given) {
    Map<String, @Nullable Object> account = account(given);
    Map<String, @Nullable Object> server = server(account);
    session.begin();
    Map<String, @Nullable Object> linked = linked(server);
    if (linked != null) {
      permitted();
      msdb.all(Msdb.CREDENTIALS).remove(linked);
    }
    msdb.all(Msdb.PROFILE_ACCOUNT)
        .removeIf(row -> Objects.equals(row.get("account_id"), account.get("account_id")));
    msdb.all(Msdb.SERVER).remove(server);
    msdb.all(Msdb.ACCOUNT).remove(account);
    session.commit();
    return 0;
  }

  private Map<String, @Nullable Object> account(Map<String, @Nullable Object> given) {
    Object id = given.get("@account_id");
    Object name = given.get("@account_name");
    if (id == null && name == null) {
      throw SqlError.raised("14604: both parameters are NULL");
    }
    return msdb.all(Msdb.ACCOUNT).stream()
        .filter(
            row ->
                id != null
                    ? id.equals(row.get("account_id"))
                    : Msdb.folded(row.get("name")).equals(Msdb.folded(name)))
        .findFirst()
        .orElseThrow(() -> SqlError.raised("14606: account id is not valid"));
  }

  private Map<String, @Nullable Object> server(Map<String, @Nullable Object> account) {
    return msdb.all(Msdb.SERVER).stream()
        .filter(row -> Objects.equals(row.get("account_id"), account.get("account_id")))
        .findFirst()
        .orElseThrow(() -> SqlError.raised("14614: no mailserver_type"));
  }

  private boolean verified(
      @Nullable Object user, @Nullable Object password, @Nullable Object windows) {
    if (Objects.equals(windows, 1L) && user != null) {
      session.raise("14666: user name with default credentials");
      return false;
    }
    if (password != null && user == null) {
      session.raise("14615: password without user name");
      return false;
    }
    return true;
  }

  private boolean oneAddress(@Nullable Object address) {
    boolean one = address == null || !address.toString().replaceAll("\"[^\"]*\"", "").contains(",");
    if (!one) {
      session.raise("14613: a comma in an address");
    }
    return one;
  }

  private void unique(@Nullable Object name, @Nullable Object own) {
    if (msdb.all(Msdb.ACCOUNT).stream()
        .anyMatch(row -> row != own && Msdb.folded(row.get("name")).equals(Msdb.folded(name)))) {
      throw SqlError.ofEngine("2627: SYSMAIL_ACCOUNT_NameMustBeUnique");
    }
  }

  private static Object required(@Nullable Object value) {
    if (value == null) {
      throw SqlError.ofEngine("515: Cannot insert the value NULL");
    }
    return value;
  }

  private Object created(Object user, @Nullable Object password) {
    permitted();
    return msdb.credential(user, or(password, ""));
  }

  private @Nullable Object altered(
      Map<String, @Nullable Object> credential, Object user, @Nullable Object password) {
    permitted();
    credential.put("credential_identity", user);
    credential.put("secret", or(password, ""));
    return credential.get("credential_id");
  }

  private void permitted() {
    if (msdb.rights() != Credentials.ALTER) {
      throw SqlError.ofEngine("15247: User does not have permission to perform this action.");
    }
  }

  private static @Nullable Object or(@Nullable Object given, @Nullable Object stored) {
    return given == null ? stored : given;
  }

  private static @Nullable Object trimmed(@Nullable Object text) {
    String trimmed = text == null ? "" : text.toString().replaceAll("^ +| +$", "");
    return trimmed.isEmpty() ? null : trimmed;
  }
}
