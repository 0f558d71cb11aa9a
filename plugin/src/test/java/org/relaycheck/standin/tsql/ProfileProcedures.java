package org.relaycheck.standin.tsql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the procedures for profiles, links and grants do: which are silent about a row that is not
 * there, what one key alone deletes, and the defaults that another default takes away.
 *
 * <p>Source: the procedures as scripted from copies of msdb.
 */
final class ProfileProcedures {

  private static final Type NAME = new Type("nvarchar", 128);
  private static final Type TEXT = new Type("nvarchar", 256);
  private static final Type INT = new Type("int", 1);
  private static final Type BIT = new Type("bit", 1);

  private static final Map<String, Type> PROFILE =
      Map.of("@profile_id", INT, "@profile_name", NAME);
  private static final Map<String, Type> ACCOUNT =
      Map.of("@account_id", INT, "@account_name", NAME);
  private static final Map<String, Type> PRINCIPAL =
      Map.of("@principal_id", INT, "@principal_name", NAME);

  private final Msdb msdb;
  private final Session session;

  ProfileProcedures(Msdb msdb, Session session) {
    this.msdb = msdb;
    this.session = session;
  }

  /** The return code; empty if it is none of these procedures. */
  Optional<Long> call(
      String procedure,
      Map<String, @Nullable Object> given,
      Map<String, @Nullable Object> outputs) {
    return switch (procedure.substring("msdb.dbo.".length())) {
      case "sysmail_add_profile_sp" ->
          Optional.of(add(typed(given, List.of(PROFILE, Map.of("@description", TEXT))), outputs));
      case "sysmail_update_profile_sp" ->
          Optional.of(update(typed(given, List.of(PROFILE, Map.of("@description", TEXT)))));
      case "sysmail_delete_profile_sp" ->
          Optional.of(delete(typed(given, List.of(PROFILE, Map.of("@force_delete", BIT)))));
      case "sysmail_add_profileaccount_sp" ->
          Optional.of(
              link(typed(given, List.of(PROFILE, ACCOUNT, Map.of("@sequence_number", INT)))));
      case "sysmail_update_profileaccount_sp" ->
          Optional.of(
              number(typed(given, List.of(PROFILE, ACCOUNT, Map.of("@sequence_number", INT)))));
      case "sysmail_delete_profileaccount_sp" ->
          Optional.of(unlink(typed(given, List.of(PROFILE, ACCOUNT))));
      case "sysmail_add_principalprofile_sp" ->
          Optional.of(grant(typed(given, List.of(PROFILE, PRINCIPAL, Map.of("@is_default", BIT)))));
      case "sysmail_update_principalprofile_sp" ->
          Optional.of(
              regrant(typed(given, List.of(PROFILE, PRINCIPAL, Map.of("@is_default", BIT)))));
      case "sysmail_delete_principalprofile_sp" ->
          Optional.of(revoke(typed(given, List.of(PROFILE, PRINCIPAL))));
      default -> Optional.empty();
    };
  }

  static Map<String, @Nullable Object> typed(
      Map<String, @Nullable Object> arguments, List<Map<String, Type>> parameters) {
    Map<String, Type> types = new LinkedHashMap<>();
    parameters.forEach(types::putAll);
    Map<String, @Nullable Object> typed = new LinkedHashMap<>();
    arguments.forEach(
        (name, value) -> {
          if (!types.containsKey(name)) {
            throw SqlError.ofEngine(name + " is not a parameter for the procedure");
          }
          typed.put(name, types.get(name).take(value));
        });
    return typed;
  }

  private long add(Map<String, @Nullable Object> given, Map<String, @Nullable Object> outputs) {
    Object name = Objects.requireNonNull(given.get("@profile_name"));
    if (msdb.all(Msdb.PROFILE).stream().anyMatch(row -> named(row, name))) {
      throw SqlError.ofEngine("2627: SYSMAIL_PROFILE_NameMustBeUnique");
    }
    Map<String, @Nullable Object> profile = new LinkedHashMap<>();
    profile.put("profile_id", msdb.number());
    profile.put("name", name);
    profile.put("description", given.get("@description"));
    msdb.all(Msdb.PROFILE).add(profile);
    outputs.put("@profile_id", profile.get("profile_id"));
    return 0;
  }

  private long update(Map<String, @Nullable Object> given) {
    Map<String, @Nullable Object> profile = profile(given).orElseThrow(() -> missing(14604));
    if (given.get("@profile_id") != null && given.get("@profile_name") != null) {
      profile.put("name", given.get("@profile_name"));
    }
    if (given.get("@description") != null) {
      profile.put("description", given.get("@description"));
    }
    return 0;
  }

  /** Links and grants go by cascade; mail that was not sent yet is marked as failed. */
  private long delete(Map<String, @Nullable Object> given) {
    Map<String, @Nullable Object> profile = profile(given).orElseThrow(() -> missing(14604));
    Object id = profile.get("profile_id");
    boolean unsent = msdb.all(Msdb.UNSENT).stream().anyMatch(mail -> is(mail, "profile_id", id));
    if (unsent && Objects.equals(given.get("@force_delete"), 0L)) {
      session.raise("14668: the profile has unsent mail");
      return 1;
    }
    List.of(Msdb.UNSENT, Msdb.PROFILE_ACCOUNT, Msdb.PRINCIPAL_PROFILE, Msdb.PROFILE)
        .forEach(table -> msdb.all(table).removeIf(row -> is(row, "profile_id", id)));
    return 0;
  }

  private long link(Map<String, @Nullable Object> given) {
    Object profile = profile(given).orElseThrow(() -> missing(14604)).get("profile_id");
    Object account = account(given).orElseThrow(() -> missing(14604)).get("account_id");
    if (links(profile, account).findAny().isPresent()) {
      throw SqlError.ofEngine("2627: the account is in the profile");
    }
    Map<String, @Nullable Object> link = new LinkedHashMap<>();
    link.put("profile_id", profile);
    link.put("account_id", account);
    link.put("sequence_number", given.get("@sequence_number"));
    msdb.all(Msdb.PROFILE_ACCOUNT).add(link);
    return 0;
  }

  /** A link that is not there is no error. */
  private long number(Map<String, @Nullable Object> given) {
    Object profile = profile(given).orElseThrow(() -> missing(14604)).get("profile_id");
    Object account = account(given).orElseThrow(() -> missing(14604)).get("account_id");
    if (given.get("@sequence_number") == null) {
      session.raise("14611: no sequence number");
      return 1;
    }
    links(profile, account)
        .forEach(link -> link.put("sequence_number", given.get("@sequence_number")));
    return 0;
  }

  private Stream<Map<String, @Nullable Object>> links(
      @Nullable Object profile, @Nullable Object account) {
    return msdb.all(Msdb.PROFILE_ACCOUNT).stream()
        .filter(row -> is(row, "profile_id", profile) && is(row, "account_id", account));
  }

  /** One key alone takes all links of a profile, or of an account. */
  private long unlink(Map<String, @Nullable Object> given) {
    Optional<Object> profile = profile(given).map(row -> row.get("profile_id"));
    Optional<Object> account = account(given).map(row -> row.get("account_id"));
    deleted(Msdb.PROFILE_ACCOUNT, fits("profile_id", profile).and(fits("account_id", account)));
    return 0;
  }

  private long grant(Map<String, @Nullable Object> given) {
    Object profile = profile(given).orElseThrow(() -> missing(14604)).get("profile_id");
    Bin sid = principal(given).orElseThrow(() -> missing(14604));
    if (grants(profile, sid).findAny().isPresent()) {
      throw SqlError.ofEngine("2627: the principal has the profile");
    }
    Map<String, @Nullable Object> grant = new LinkedHashMap<>();
    grant.put("profile_id", profile);
    grant.put("principal_sid", sid);
    grant.put("is_default", Objects.requireNonNullElse(given.get("@is_default"), 0L));
    takeOtherDefaults(grant);
    msdb.all(Msdb.PRINCIPAL_PROFILE).add(grant);
    return 0;
  }

  /** A grant that is not there is no error. */
  private long regrant(Map<String, @Nullable Object> given) {
    Object profile = profile(given).orElseThrow(() -> missing(14604)).get("profile_id");
    Bin sid = principal(given).orElseThrow(() -> missing(14604));
    grants(profile, sid)
        .forEach(
            grant -> {
              grant.put("is_default", Objects.requireNonNullElse(given.get("@is_default"), 0L));
              takeOtherDefaults(grant);
            });
    return 0;
  }

  private void takeOtherDefaults(Map<String, @Nullable Object> grant) {
    if (Objects.equals(grant.get("is_default"), 1L)) {
      msdb.all(Msdb.PRINCIPAL_PROFILE).stream()
          .filter(other -> other != grant)
          .filter(other -> is(other, "principal_sid", grant.get("principal_sid")))
          .forEach(other -> other.put("is_default", 0L));
    }
  }

  private Stream<Map<String, @Nullable Object>> grants(@Nullable Object profile, Bin sid) {
    return msdb.all(Msdb.PRINCIPAL_PROFILE).stream()
        .filter(row -> is(row, "profile_id", profile) && is(row, "principal_sid", sid));
  }

  /** One key alone takes all grants of a profile, or of a principal. */
  private long revoke(Map<String, @Nullable Object> given) {
    Optional<Object> profile = profile(given).map(row -> row.get("profile_id"));
    Optional<Object> sid = principal(given).map(one -> one);
    deleted(Msdb.PRINCIPAL_PROFILE, fits("profile_id", profile).and(fits("principal_sid", sid)));
    return 0;
  }

  private void deleted(String table, Predicate<Map<String, @Nullable Object>> which) {
    msdb.all(table).removeIf(which);
  }

  private static Predicate<Map<String, @Nullable Object>> fits(
      String column, Optional<Object> wanted) {
    return row -> wanted.isEmpty() || is(row, column, wanted.get());
  }

  private Optional<Map<String, @Nullable Object>> profile(Map<String, @Nullable Object> given) {
    return found(Msdb.PROFILE, given, "profile");
  }

  private Optional<Map<String, @Nullable Object>> account(Map<String, @Nullable Object> given) {
    return found(Msdb.ACCOUNT, given, "account");
  }

  private Optional<Map<String, @Nullable Object>> found(
      String table, Map<String, @Nullable Object> given, String what) {
    Object id = given.get("@" + what + "_id");
    Object name = given.get("@" + what + "_name");
    if (id == null && name == null) {
      return Optional.empty();
    }
    return Optional.of(
        msdb.all(table).stream()
            .filter(row -> id == null || is(row, what + "_id", id))
            .filter(row -> name == null || named(row, name))
            .findFirst()
            .orElseThrow(() -> missing(id == null ? 14607 : 14606)));
  }

  /** Users and Windows groups of msdb, and everybody; a role is nobody. */
  private Optional<Bin> principal(Map<String, @Nullable Object> given) {
    Object id = given.get("@principal_id");
    Object name = given.get("@principal_name");
    if (id == null && name == null) {
      return Optional.empty();
    }
    if (Objects.equals(id, 0L) || Objects.equals(name, "public")) {
      return Optional.of(Msdb.EVERYBODY);
    }
    return Optional.of(
        msdb.all(Msdb.PRINCIPALS).stream()
            .filter(row -> id == null || is(row, "principal_id", id))
            .filter(row -> name == null || named(row, name))
            .filter(row -> List.of("U", "S", "G").contains(row.get("type")))
            .map(row -> (Bin) Objects.requireNonNull(row.get("sid")))
            .findFirst()
            .orElseThrow(() -> missing(14607)));
  }

  private static SqlError missing(int number) {
    return SqlError.raised(number + ": not valid");
  }

  private static boolean is(
      Map<String, @Nullable Object> row, String column, @Nullable Object value) {
    return Objects.equals(row.get(column), value);
  }

  private static boolean named(Map<String, @Nullable Object> row, Object name) {
    return Msdb.folded(row.get("name")).equals(Msdb.folded(name));
  }
}
