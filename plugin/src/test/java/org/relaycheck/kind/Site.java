package org.relaycheck.kind;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.Comparison;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.Verdict;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.mailprofiles.MailProfileRows;
import org.relaycheck.kind.mailsettings.MailSettingRows;
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
import org.relaycheck.script.mailaccounts.MailAccountRemediator;
import org.relaycheck.script.mailprofiles.MailProfileRemediator;
import org.relaycheck.script.mailsettings.MailSettingRemediator;
import org.relaycheck.standin.tsql.Batch;
import org.relaycheck.standin.tsql.Msdb;
import org.relaycheck.standin.tsql.Session;
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

/** An instance in memory, a policy about its Database Mail, and the way from the one to scripts. */
public final class Site {

  public static final String SERVER = "SQL01";

  /** Both switches. */
  public static final String YES = "yes";

  public static final String NO = "no";

  private static final List<Catalogue> KINDS =
      List.of(MailAccountRows.CATALOGUE, MailProfileRows.CATALOGUE, MailSettingRows.CATALOGUE);

  private final List<Desired> desired = new ArrayList<>();
  private final Msdb msdb;
  private Map<String, String> facts = Map.of();
  private Optional<String> agent = Optional.of("");

  public Site(Msdb msdb) {
    this.msdb = msdb;
  }

  public Site facts(Map<String, String> told) {
    facts = told;
    return this;
  }

  /** The profile that SQL Server Agent sends with; empty if the answer does not tell. */
  public Site agent(Optional<String> profile) {
    agent = profile;
    return this;
  }

  public Site wants(Catalogue kind, String name, Statement<?>... statements) {
    return wants(kind, name, new Presence.Present(List.of()), List.of(statements));
  }

  public Site wantsGone(Catalogue kind, String name) {
    return wants(kind, name, new Presence.Absent(), List.of());
  }

  private Site wants(
      Catalogue kind, String name, Presence presence, List<Statement<?>> statements) {
    desired.add(
        new Desired(
            new Selector.Named(new Address(kind.kind(), SERVER, name), Addressed.BY_NAME),
            presence,
            statements,
            Severity.ERROR,
            Origin.at(new Place("policy.yaml", 2, 3)),
            Optional.empty()));
    return this;
  }

  public static <T> Statement<T> statement(Property<T> row, Expectation<T> wanted) {
    return new Statement<>(
        row,
        wanted,
        Severity.ERROR,
        Remediation.SCRIPT,
        Origin.at(new Place("policy.yaml", 3, 5)),
        Optional.of("because"));
  }

  /** Exactly these texts; none for nothing. */
  public static <T> Statement<T> is(Property<T> row, String... texts) {
    Raw raw = texts.length == 1 ? Raw.text(texts[0]) : Raw.items(List.of(texts));
    return statement(row, new IsExactly<>(row.read(raw).known()));
  }

  /** Exactly this list, whatever stands in its names. */
  public static <T> Statement<T> list(Property<T> row, List<String> names) {
    return statement(row, new IsExactly<>(row.read(Raw.items(names)).known()));
  }

  public SortedMap<String, HostState> read() {
    List<AnswerItem> items = new ArrayList<>(MsdbItems.accounts(msdb));
    items.addAll(MsdbItems.profiles(msdb, agent));
    items.add(MsdbItems.service(msdb));
    Optional<Instant> at = Optional.of(Instant.parse("2026-11-24T09:55:00Z"));
    Set<String> kinds = KINDS.stream().map(Catalogue::kind).collect(Collectors.toSet());
    Answer answer = new Answer(facts, at, true, Map.of(), items, kinds);
    HostConnection connection =
        new HostConnection(
            SERVER,
            SERVER,
            new HostWay.Recorded(Path.of("none.xml")),
            Optional.empty(),
            false,
            new Place("hosts.yaml", 2, 3));
    return new Survey(asked -> new HostAnswer.Answered(answer), 1, SurveyProgress.silent())
        .of(List.of(connection), KINDS, Instant.parse("2026-11-24T10:00:00Z"));
  }

  /** The raw text of every setting of everything. */
  public SortedMap<String, String> state() {
    SortedMap<String, String> state = new TreeMap<>();
    HostState.Read read = (HostState.Read) read().values().iterator().next();
    for (Catalogue kind : KINDS) {
      for (var resource : read.kinds().get(kind.kind()).resources()) {
        for (Property<?> row : kind.rows()) {
          String text =
              resource.settings().get(row).map(one -> one.raw().toString()).orElse("unread");
          state.put(resource.address().name() + ": " + row, text);
        }
      }
    }
    return state;
  }

  public ComparisonResult drift() {
    return Comparison.between(new Policy(desired, Map.of()), read(), KINDS);
  }

  /** What is still to be done. */
  public List<String> drifted() {
    return drift().findings().stream()
        .filter(finding -> finding.verdict() != Verdict.IN_SYNC)
        .map(f -> f.subject().address().name() + " " + f.subject().settingName())
        .toList();
  }

  public Prescription prescription() {
    HostState.Read state = (HostState.Read) read().values().iterator().next();
    SqlForm form = new SqlForm();
    return Prescription.of(
        List.of(new ScriptHost(SERVER, SERVER, state)),
        drift().findings(),
        List.of(
            new MailAccountRemediator(form),
            new MailProfileRemediator(form),
            new MailSettingRemediator(form)));
  }

  /** The one script, which is sound. */
  public Script script() {
    List<Script> scripts = prescription().scripts();
    if (scripts.size() != 1) {
      throw new AssertionError("no script, but by hand: " + prescription().byHand());
    }
    Syntax.require(scripts.get(0).fix());
    Syntax.require(scripts.get(0).rollback());
    return scripts.get(0);
  }

  /**
   * Runs a text as sqlcmd would.
   *
   * @param switches the text of each switch
   */
  public Session run(String text, String switches) {
    Map<String, String> variables = new LinkedHashMap<>();
    Pattern.compile("\\$\\((Allow\\w+)\\)")
        .matcher(text)
        .results()
        .forEach(found -> variables.put(found.group(1), switches));
    return Batch.run(text, variables, msdb);
  }
}
