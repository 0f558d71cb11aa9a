package org.relaycheck.script.mailprofiles;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.relaycheck.dialect.TSql;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.script.ScriptPart;
import org.relaycheck.script.ScriptSwitch;
import org.relaycheck.script.SqlForm;
import org.relaycheck.script.SqlPhrases;
import org.relaycheck.script.SqlSwitches;

/**
 * What a script does about one profile, all of it or nothing.
 *
 * @param name the profile's, exactly
 * @param aspects what changes of it; of one that is made or removed, everything
 */
record ProfileScript(String name, List<ProfileAspect> aspects) {

  private static final String ADD = "sysmail_add_profile_sp";
  private static final String DELETE = "sysmail_delete_profile_sp";
  private static final List<String> ALL =
      List.of("description", "accounts", "senders", "moved", "rest");

  ProfileScript {
    aspects = List.copyOf(aspects);
  }

  /** The other way. */
  ProfileScript back() {
    return new ProfileScript(name, aspects.stream().map(ProfileAspect::back).toList());
  }

  private Optional<SendersChange> senders() {
    return aspects.stream()
        .filter(SendersChange.class::isInstance)
        .map(SendersChange.class::cast)
        .findFirst();
  }

  private DefaultMoves moves() {
    return senders().map(SendersChange::moves).orElse(DefaultMoves.NONE);
  }

  /** Changes a profile that is there. */
  ScriptPart change() {
    List<String> body = new ArrayList<>(ProfileSql.loadByName(moves()));
    body.addAll(changes());
    return part(body, needs());
  }

  /** Makes a profile with this description; one that is there already may lack the rest. */
  ScriptPart creation(String description) {
    List<String> body = new ArrayList<>(ProfileSql.count());
    body.add("IF @profiles = 0");
    body.add("BEGIN");
    indented(add(description)).forEach(body::add);
    body.add("END");
    body.addAll(ProfileSql.loadByName(moves()));
    body.addAll(changes());
    return part(body, Map.of("", switches()));
  }

  /** No profile has the number 0. */
  private List<String> add(String description) {
    List<String> sql = new ArrayList<>();
    sql.add("SELECT @profile = 0, @text = " + TSql.text(description) + ";");
    sql.addAll(ProfileSql.rest(moves()));
    sql.add("SET @end_rest = @is_rest;");
    sql.addAll(
        SqlPhrases.call(
            ADD, "@profile_name = @name, @description = @text, @profile_id = @profile OUTPUT"));
    sql.addAll(ProfileSql.rest(moves()));
    sql.add("IF @is_rest <> @end_rest");
    sql.add(SqlPhrases.raise("another profile changed too; rolled back"));
    sql.add("SET @changes = 1;");
    return sql;
  }

  /** Removes a profile that is as it was, or lacks what waits for a switch. */
  ScriptPart removal() {
    Set<ScriptSwitch> switches = Set.of(ScriptSwitch.NARROWING);
    List<String> act = new ArrayList<>(ProfileSql.loadByName(moves()));
    aspects.forEach(aspect -> act.addAll(unchanged(aspect)));
    act.add("IF " + SqlSwitches.allowed(switches));
    act.add("BEGIN");
    indented(remove()).forEach(act::add);
    act.add("END");
    act.add("ELSE");
    act.addAll(SqlSwitches.leave("its removal is", switches));
    List<String> body = new ArrayList<>(ProfileSql.count());
    body.add("IF @profiles > 0");
    body.add("BEGIN");
    indented(act).forEach(body::add);
    body.add("END");
    return part(body, Map.of("", switches));
  }

  private ScriptPart part(List<String> body, Map<String, Set<ScriptSwitch>> needs) {
    return new ScriptPart(SqlForm.transaction(MailProfileRows.CATALOGUE, name, body), needs);
  }

  /** The settings of who may send are named differently from their aspect. */
  private Map<String, Set<ScriptSwitch>> needs() {
    Map<String, Set<ScriptSwitch>> needs = new HashMap<>();
    aspects.forEach(
        one -> needs.put(one instanceof SendersChange ? "" : one.name(), one.switches()));
    return needs;
  }

  private Set<ScriptSwitch> switches() {
    EnumSet<ScriptSwitch> switches = EnumSet.noneOf(ScriptSwitch.class);
    aspects.forEach(aspect -> switches.addAll(aspect.switches()));
    return switches;
  }

  private List<String> changes() {
    List<String> sql = new ArrayList<>();
    sql.add("SELECT " + list(ALL.stream().map(one -> "@end_" + one + " = @is_" + one)) + ";");
    aspects.forEach(aspect -> sql.addAll(compared(aspect)));
    sql.add("IF @changes > 0");
    sql.add("BEGIN");
    for (ProfileAspect aspect : aspects.stream().filter(ProfileScript::changes).toList()) {
      sql.add("  IF @do_" + aspect.name() + " = 1");
      sql.add("  BEGIN");
      indented(aspect.act()).map(line -> "  " + line).forEach(sql::add);
      sql.add("  END");
    }
    indented(ProfileSql.loadById(moves())).forEach(sql::add);
    sql.add("  IF " + String.join(" OR ", ALL.stream().map(ProfileScript::differs).toList()));
    sql.add("  " + SqlPhrases.raise("afterwards it is not as it should be; rolled back"));
    sql.add("END");
    return sql;
  }

  /** Of a profile that is made, an aspect may be as it shall be from the start. */
  private static boolean changes(ProfileAspect aspect) {
    return !aspect.from().equals(aspect.to());
  }

  private static String differs(String variable) {
    return "@is_" + variable + " <> @end_" + variable;
  }

  private static List<String> sides(ProfileAspect aspect) {
    List<String> sql = new ArrayList<>();
    sql.add("SELECT @do_" + aspect.name() + " = 0,");
    sql.add("       @from = " + aspect.from() + ",");
    sql.add("       @to = " + aspect.to() + ";");
    if (aspect instanceof SendersChange senders && !senders.moves().here().isEmpty()) {
      sql.add("SELECT @from_moved = " + senders.fromMoved() + ",");
      sql.add("       @to_moved = " + senders.toMoved() + ";");
    }
    return sql;
  }

  private static List<String> compared(ProfileAspect aspect) {
    Set<ScriptSwitch> switches = aspect.switches();
    List<String> sql = new ArrayList<>(sides(aspect));
    if (!changes(aspect)) {
      sql.add("IF @is_" + aspect.name() + " <> @to");
      sql.add(SqlPhrases.raise(aspect.title() + " not as wanted: check again"));
      return sql;
    }
    sql.add("IF " + aspect.is("to"));
    sql.add("  PRINT " + TSql.text("  " + aspect.title() + " already so.") + ";");
    if (!switches.isEmpty()) {
      sql.add("ELSE IF " + aspect.is("from") + " AND " + SqlSwitches.allowed(switches));
      sql.addAll(taken(aspect));
    }
    sql.add("ELSE IF " + aspect.is("from"));
    sql.addAll(switches.isEmpty() ? taken(aspect) : left(aspect, switches));
    sql.add("ELSE");
    sql.add(SqlPhrases.raise(aspect.title() + " neither as before nor as wanted: check again"));
    return sql;
  }

  private static List<String> taken(ProfileAspect aspect) {
    String moved =
        aspect instanceof SendersChange senders && !senders.moves().here().isEmpty()
            ? ", @end_moved = @to_moved"
            : "";
    String name = aspect.name();
    return List.of(
        "  SELECT @do_"
            + name
            + " = 1, @changes = @changes + 1, @end_"
            + name
            + " = @to"
            + moved
            + ";");
  }

  private static List<String> left(ProfileAspect aspect, Set<ScriptSwitch> switches) {
    return indented(SqlSwitches.leave(aspect.title(), switches)).toList();
  }

  private static List<String> unchanged(ProfileAspect aspect) {
    List<String> sql = new ArrayList<>(sides(aspect));
    sql.add("IF " + aspect.is("from") + " OR " + aspect.is("to"));
    sql.add("  PRINT " + TSql.text("  " + aspect.title() + " as expected.") + ";");
    sql.add("ELSE");
    sql.add(SqlPhrases.raise(aspect.title() + " not as before: check again"));
    return sql;
  }

  private List<String> remove() {
    List<String> sql = new ArrayList<>();
    senders().ifPresent(senders -> sql.addAll(senders.requireHandedOver()));
    sql.add("SET @end_rest = @is_rest;");
    sql.addAll(SqlPhrases.call(DELETE, "@profile_id = @profile, @force_delete = 0"));
    senders().ifPresent(senders -> sql.addAll(senders.returned()));
    sql.addAll(ProfileSql.lists(moves()));
    sql.add(
        "IF EXISTS (SELECT 1 FROM msdb.dbo.sysmail_profile AS p WHERE p.profile_id = @profile)");
    for (String list : List.of("accounts", "senders")) {
      sql.add("   OR @is_" + list + " <> " + ProfileSql.items(Stream.of()));
    }
    senders()
        .filter(senders -> !senders.moves().here().isEmpty())
        .ifPresent(senders -> sql.add("   OR @is_moved <> " + senders.toMoved()));
    sql.add("   OR @is_rest <> @end_rest");
    sql.add(SqlPhrases.raise("afterwards it is not as it should be; rolled back"));
    sql.add("SET @changes = 1;");
    return sql;
  }

  private static String list(Stream<String> items) {
    return String.join(", ", items.toList());
  }

  private static Stream<String> indented(List<String> lines) {
    return lines.stream().map(line -> "  " + line);
  }
}
