package org.relaycheck.script.mailaccounts;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.Comparison;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Verdict;
import org.relaycheck.kind.MsdbItems;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.Survey;
import org.relaycheck.live.SurveyProgress;
import org.relaycheck.script.Prescription;
import org.relaycheck.script.Script;
import org.relaycheck.script.ScriptHost;
import org.relaycheck.script.SqlForm;
import org.relaycheck.standin.tsql.Batch;
import org.relaycheck.standin.tsql.Msdb;
import org.relaycheck.standin.tsql.Session;
import org.relaycheck.standin.tsql.SqlCmd;
import org.relaycheck.standin.tsql.Syntax;
import org.relaycheck.state.Address;
import org.relaycheck.state.Addressed;
import org.relaycheck.state.Desired;
import org.relaycheck.state.HostState;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Place;
import org.relaycheck.state.Policy;
import org.relaycheck.state.Presence;
import org.relaycheck.state.Remediation;
import org.relaycheck.state.Selector;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.state.expectation.IsExactly;
import org.relaycheck.value.Raw;

/** An instance in memory, a policy about its mail accounts, and the way from the one to scripts. */
final class Workshop {

  static final String SERVER = "SQL01";

  private static final Catalogue KIND = MailAccountRows.CATALOGUE;
  private final List<Desired> desired = new ArrayList<>();
  private final Msdb msdb;
  private Map<String, String> facts = Map.of();
  private Optional<Property<?>> untold = Optional.empty();

  Workshop(Msdb msdb) {
    this.msdb = msdb;
  }

  /** A plain anonymous account's columns, to be changed by a test. */
  static Map<String, @Nullable Object> plain() {
    Map<String, @Nullable Object> settings = new LinkedHashMap<>();
    settings.put("email_address", "erp@example.com");
    settings.put("display_name", "ERP");
    settings.put("mailserver_name", "relay.example.com");
    settings.put("port", 25L);
    settings.put("use_default_credentials", 0L);
    settings.put("enable_ssl", 0L);
    return settings;
  }

  /** The rows whose values stay the same where a password is set again. */
  static List<Property<?>> lasting() {
    List<Property<?>> rows = new ArrayList<>(KIND.rows());
    rows.remove(MailAccountRows.CREDENTIAL_SET);
    return rows;
  }

  /** One whose answers do not mention this row, as those of before there was one. */
  Workshop untold(Property<?> row) {
    untold = Optional.of(row);
    return this;
  }

  Workshop facts(Map<String, String> told) {
    facts = told;
    return this;
  }

  Workshop wants(String account, Statement<?>... statements) {
    return wants(account, new Presence.Present(List.of()), List.of(statements));
  }

  Workshop wantsGone(String account) {
    return wants(account, new Presence.Absent(), List.of());
  }

  Workshop wants(String account, Presence presence, List<Statement<?>> statements) {
    desired.add(
        new Desired(
            new Selector.Named(new Address(KIND.kind(), SERVER, account), Addressed.BY_NAME),
            presence,
            statements,
            Severity.ERROR,
            Origin.at(new Place("policy.yaml", 2, 3)),
            Optional.empty()));
    return this;
  }

  static <T> Statement<T> statement(Property<T> row, Expectation<T> wanted) {
    return new Statement<>(
        row,
        wanted,
        Severity.ERROR,
        Remediation.SCRIPT,
        Origin.at(new Place("policy.yaml", 3, 5)),
        Optional.of("because"));
  }

  /** Exactly this text; empty text for nothing. */
  static <T> Statement<T> is(Property<T> row, String text) {
    return statement(row, new IsExactly<>(row.read(Raw.text(text)).known()));
  }

  SortedMap<String, HostState> read() {
    List<AnswerItem> items = MsdbItems.accounts(msdb).stream().map(this::mentioned).toList();
    Answer answer =
        new Answer(
            facts, Optional.of(Instant.parse("2026-11-24T09:55:00Z")), true, Map.of(), items);
    HostConnection connection =
        new HostConnection(
            SERVER,
            SERVER,
            new HostWay.Recorded(Path.of("none.xml")),
            Optional.empty(),
            false,
            new Place("hosts.yaml", 2, 3));
    return new Survey(asked -> new HostAnswer.Answered(answer), 1, SurveyProgress.silent())
        .of(List.of(connection), List.of(KIND), Instant.parse("2026-11-24T10:00:00Z"));
  }

  private AnswerItem mentioned(AnswerItem item) {
    Map<String, Raw> values = new LinkedHashMap<>(item.values());
    untold.ifPresent(row -> values.remove(row.name()));
    return new AnswerItem(item.kind(), item.name(), item.server(), values, item.change());
  }

  ComparisonResult drift() {
    return Comparison.between(new Policy(desired, Map.of()), read(), List.of(KIND));
  }

  /** What is still to be done. */
  List<String> drifted() {
    return drift().findings().stream()
        .filter(finding -> finding.verdict() != Verdict.IN_SYNC)
        .map(Workshop::told)
        .toList();
  }

  private static String told(Finding finding) {
    return finding.subject().address().name()
        + " "
        + finding.subject().settingName()
        + ": "
        + finding.verdict();
  }

  Prescription prescription() {
    HostState.Read state = (HostState.Read) read().get(SERVER);
    return Prescription.of(
        List.of(new ScriptHost(SERVER, SERVER, state)),
        drift().findings(),
        List.of(new MailAccountRemediator(new SqlForm())));
  }

  /** The one script, which is sound. */
  Script script() {
    List<Script> scripts = prescription().scripts();
    if (scripts.size() != 1) {
      throw new AssertionError("no script, but by hand: " + prescription().byHand());
    }
    Syntax.require(scripts.get(0).fix());
    Syntax.require(scripts.get(0).rollback());
    return scripts.get(0);
  }

  /** Runs a text as sqlcmd would; each password that it asks for is the given one. */
  Session run(String text, String password) {
    return given(text, SqlCmd.hex(password));
  }

  /** Runs a text as sqlcmd would; each variable of a password has this text. */
  Session given(String text, String variable) {
    Map<String, String> variables = new TreeMap<>();
    Pattern.compile("\\$\\((password_hex_\\w+)\\)")
        .matcher(text)
        .results()
        .forEach(found -> variables.put(found.group(1), variable));
    return Batch.run(text, variables, msdb);
  }
}
