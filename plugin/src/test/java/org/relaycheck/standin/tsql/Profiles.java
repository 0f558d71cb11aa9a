package org.relaycheck.standin.tsql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The profiles of an instance and the users of its msdb, to be made, changed and looked at. */
public final class Profiles {

  private static final long FIRST_USER = 5;

  private final Msdb msdb;

  public Profiles(Msdb msdb) {
    this.msdb = msdb;
    if (msdb.all(Msdb.PRINCIPALS).isEmpty()) {
      principal("public", "R", Bin.of("role"), 0);
      principal("guest", "S", Msdb.EVERYBODY, 2);
      principal("DatabaseMailUserRole", "R", Bin.of("mail role"), 16385);
    }
  }

  private void principal(String name, String type, Bin sid, long id) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("name", name);
    row.put("principal_id", id);
    row.put("type", type);
    row.put("sid", sid);
    msdb.all(Msdb.PRINCIPALS).add(row);
  }

  /** A user of msdb; the low numbers are those of users that every database has. */
  public Profiles user(String name) {
    principal(name, "U", Bin.of("sid of " + name), FIRST_USER + msdb.number());
    return this;
  }

  /** The user is dropped; grants to it stay. */
  public Profiles dropUser(String name) {
    msdb.all(Msdb.PRINCIPALS).removeIf(row -> name.equals(row.get("name")));
    return this;
  }

  public Profiles profile(String name, @Nullable String description) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("profile_id", msdb.number());
    row.put("name", name);
    row.put("description", description);
    msdb.all(Msdb.PROFILE).add(row);
    return this;
  }

  public Profiles link(String profile, String account, @Nullable Long number) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("profile_id", id(profile));
    row.put("account_id", account(account));
    row.put("sequence_number", number);
    msdb.all(Msdb.PROFILE_ACCOUNT).add(row);
    return this;
  }

  private @Nullable Object account(String name) {
    return only(Msdb.ACCOUNT, row -> name.equals(row.get("name"))).get("account_id");
  }

  /** A grant, to everybody if the user is "public". */
  public Profiles grant(String profile, String user, boolean isDefault) {
    Bin sid =
        user.equals("public")
            ? Msdb.EVERYBODY
            : (Bin) only(Msdb.PRINCIPALS, row -> user.equals(row.get("name"))).get("sid");
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("profile_id", id(profile));
    row.put("principal_sid", sid);
    row.put("is_default", isDefault ? 1L : 0L);
    msdb.all(Msdb.PRINCIPAL_PROFILE).add(row);
    return this;
  }

  /** Somebody renames or describes it. */
  public Profiles change(String profile, String column, @Nullable Object value) {
    only(Msdb.PROFILE, row -> profile.equals(row.get("name"))).put(column, value);
    return this;
  }

  /** Mail of the profile waits. */
  public Profiles unsent(String profile) {
    Map<String, @Nullable Object> mail = new LinkedHashMap<>();
    mail.put("profile_id", id(profile));
    msdb.all(Msdb.UNSENT).add(mail);
    return this;
  }

  public List<String> names() {
    return msdb.all(Msdb.PROFILE).stream().map(row -> String.valueOf(row.get("name"))).toList();
  }

  public @Nullable Object description(String profile) {
    return only(Msdb.PROFILE, row -> profile.equals(row.get("name"))).get("description");
  }

  /** Its accounts in their order, as the question tells them. */
  public List<String> accounts(String profile) {
    List<Map<String, @Nullable Object>> links = new ArrayList<>(of(Msdb.PROFILE_ACCOUNT, profile));
    links.sort(
        Comparator.comparing(
                (Map<String, @Nullable Object> link) -> number(link.get("sequence_number")))
            .thenComparing(link -> Msdb.folded(named(link))));
    return links.stream()
        .map(link -> named(link) + (tied(link, links) ? words(link) : ""))
        .toList();
  }

  private static long number(@Nullable Object sequence) {
    return sequence == null ? Long.MIN_VALUE : (Long) sequence;
  }

  private static String words(Map<String, @Nullable Object> link) {
    Object number = link.get("sequence_number");
    return " (number " + (number == null ? "empty" : number) + ", as another)";
  }

  private static boolean tied(
      Map<String, @Nullable Object> link, List<Map<String, @Nullable Object>> links) {
    return links.stream()
        .anyMatch(
            other ->
                other != link
                    && Objects.equals(other.get("sequence_number"), link.get("sequence_number")));
  }

  /** Whether two of its accounts have one number. */
  public boolean ties(String profile) {
    List<Map<String, @Nullable Object>> links = of(Msdb.PROFILE_ACCOUNT, profile);
    return links.stream().anyMatch(link -> tied(link, links));
  }

  private String named(Map<String, @Nullable Object> link) {
    Object id = link.get("account_id");
    return String.valueOf(
        only(Msdb.ACCOUNT, row -> Objects.equals(row.get("account_id"), id)).get("name"));
  }

  /** Who may send with it, or those of them whose default it is, as the question tells them. */
  public List<String> senders(String profile, boolean defaultsOnly) {
    return of(Msdb.PRINCIPAL_PROFILE, profile).stream()
        .filter(row -> !defaultsOnly || Objects.equals(row.get("is_default"), 1L))
        .map(row -> sender((Bin) Objects.requireNonNull(row.get("principal_sid"))))
        .sorted()
        .toList();
  }

  private String sender(Bin sid) {
    if (sid.equals(Msdb.EVERYBODY)) {
      return "public";
    }
    return msdb.all(Msdb.PRINCIPALS).stream()
        .filter(row -> sid.equals(row.get("sid")))
        .map(row -> String.valueOf(row.get("name")))
        .findFirst()
        .orElse("orphan 0x" + sid.digits());
  }

  private @Nullable Object id(String profile) {
    return only(Msdb.PROFILE, row -> profile.equals(row.get("name"))).get("profile_id");
  }

  private List<Map<String, @Nullable Object>> of(String table, String profile) {
    Object id = id(profile);
    return msdb.all(table).stream()
        .filter(row -> Objects.equals(row.get("profile_id"), id))
        .toList();
  }

  private Map<String, @Nullable Object> only(
      String table, Predicate<Map<String, @Nullable Object>> which) {
    Stream<Map<String, @Nullable Object>> rows = msdb.all(table).stream().filter(which);
    return rows.findFirst().orElseThrow();
  }
}
