package org.relaycheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.compare.FailOn;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.PolicyChange;
import org.relaycheck.compare.Verdict;
import org.relaycheck.report.text.VisibleText;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitReportTest {

  static List<CheckRun> runs() {
    return List.of(Runs.everyVerdict(), Runs.nasty(), Runs.large(300, 200));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void the_counts_of_every_suite_and_of_all_are_those_of_its_cases(CheckRun run) throws Exception {
    Document document = parsed(run);

    List<Element> suites = elements(document.getElementsByTagName("testsuite"));
    suites.add(document.getDocumentElement());
    assertThat(suites).hasSizeGreaterThan(1);
    for (Element suite : suites) {
      assertThat(count(suite, "testcase")).isEqualTo(suite.getAttribute("tests")).isNotEqualTo("0");
      assertThat(count(suite, "failure")).isEqualTo(suite.getAttribute("failures"));
      assertThat(count(suite, "error")).isEqualTo(suite.getAttribute("errors"));
      assertThat(count(suite, "skipped")).isEqualTo(suite.getAttribute("skipped"));
    }
  }

  @Test
  void every_name_comes_back_as_it_is_shown() throws Exception {
    Document document = parsed(Runs.nasty());

    List<String> names =
        elements(document.getElementsByTagName("testsuite")).stream()
            .map(suite -> suite.getAttribute("name"))
            .toList();
    assertThat(names).contains(VisibleText.of(Runs.NASTY), VisibleText.of(Runs.NASTY + "2"));
  }

  @Test
  void a_resource_without_a_finding_is_a_case_that_passed() throws Exception {
    Document document = parsed(Runs.everyVerdict());

    Element one = testcase(document, "EX01\\Client Frontend EX01");
    assertThat(one.getAttribute("classname")).isEqualTo("relay.receiveConnectors");
    assertThat(elements(one.getElementsByTagName("*"))).isEmpty();
  }

  @Test
  void a_resource_that_is_both_wrong_and_unclear_is_an_error_that_tells_all() throws Exception {
    Document document = parsed(Runs.everyVerdict());

    Element one = testcase(document, "EX01\\SQL Relay");
    assertThat(elements(one.getElementsByTagName("*")))
        .extracting(Element::getTagName)
        .containsExactly("error", "system-out");
    assertThat(elements(one.getElementsByTagName("error")).get(0).getTextContent().lines())
        .hasSize(2);
    assertThat(elements(one.getElementsByTagName("system-out")).get(0).getTextContent().lines())
        .hasSize(3);
  }

  static List<CheckRun> gates() {
    Address address = new Address(Runs.CONNECTORS, "EX01", "SQL Relay");
    Draft draft = new Draft(address, Runs.TARPIT).sides("5s", "1s");
    HostState.Unread silent = new HostState.Unread("timed out", "see the firewall");
    TreeMap<String, HostState> hosts = new TreeMap<>();
    hosts.put("EX01", Runs.read("2026-01-02T03:00:00Z"));
    hosts.put("EX09", silent);
    List<List<Finding>> worlds =
        List.of(
            List.of(),
            List.of(draft.error()),
            List.of(draft.warning()),
            List.of(draft.ignored()),
            List.of(draft.error(Verdict.WAIVED)),
            List.of(new Draft("EX09", "R").unread(silent).error(Verdict.UNCLEAR)));
    return worlds.stream()
        .flatMap(
            world ->
                Stream.of(FailOn.values())
                    .map(on -> gated(Runs.run(world, new TreeSet<>(), hosts), on)))
        .toList();
  }

  /** With a change that breaks all of it. */
  private static CheckRun gated(CheckRun run, FailOn failOn) {
    return new CheckRun(
            run.drift(),
            Outcome.of(run.drift(), failOn, false),
            failOn,
            run.scope(),
            run.hosts(),
            run.stamp())
        .after(PolicyChange.between(List.of("base"), ComparisonResult.none(), run.drift()));
  }

  @ParameterizedTest
  @MethodSource("gates")
  void a_case_fails_exactly_where_the_build_does(CheckRun run) throws Exception {
    boolean stops = run.outcome() == Outcome.UNCLEAR;
    boolean fails = run.outcome() == Outcome.DRIFT && run.failOn().fails();

    Element all = parsed(run).getDocumentElement();

    assertThat(!all.getAttribute("errors").equals("0")).isEqualTo(stops);
    assertThat(!all.getAttribute("failures").equals("0")).isEqualTo(fails);
  }

  @Test
  void a_fleet_has_a_suite_for_each_host_with_its_warnings() throws Exception {
    Document document = parsed(Runs.fleet(100));

    assertThat(elements(document.getElementsByTagName("testsuite"))).hasSize(100);
    assertThat(testcase(document, "EX00042\\Relay EX00042").getTextContent())
        .contains("20 → at least 100", "220 x → 220 EX00042");
  }

  @Test
  void what_does_not_fail_the_build_does_not_fail_a_case() throws Exception {
    Address address = new Address(Runs.CONNECTORS, "EX01", "SQL Relay");
    Finding warning = new Draft(address, Runs.TARPIT).sides("5s", "1s").warning();
    CheckRun run = Runs.run(List.of(warning), new TreeSet<>(), new TreeMap<>());

    Element one = testcase(parsed(run), "EX01\\SQL Relay");

    assertThat(elements(one.getElementsByTagName("*")))
        .extracting(Element::getTagName)
        .containsExactly("system-out");
  }

  @Test
  void a_resource_that_answer_and_policy_spell_in_two_ways_is_one_case() throws Exception {
    Address stated = new Address(Runs.CONNECTORS, "EX01", "sql relay");
    Address found = new Address(Runs.CONNECTORS, "EX01", "SQL Relay");
    Finding finding = new Draft(stated, Runs.TARPIT).sides("5s", "1s").error();
    CheckRun run = Runs.run(List.of(finding), new TreeSet<>(List.of(found)), new TreeMap<>());

    Document document = parsed(run);

    assertThat(document.getDocumentElement().getAttribute("tests")).isEqualTo("1");
    assertThat(testcase(document, "EX01\\SQL Relay").getElementsByTagName("failure").getLength())
        .isEqualTo(1);
  }

  @Test
  void a_run_that_compared_nothing_is_an_error() throws Exception {
    CheckRun clean = Runs.run(List.of(), new TreeSet<>(), new TreeMap<>());
    CheckRun nothing =
        new CheckRun(
            clean.drift(),
            Outcome.UNCLEAR,
            clean.failOn(),
            clean.scope(),
            clean.hosts(),
            clean.stamp());

    assertThat(parsed(nothing).getDocumentElement().getAttribute("errors")).isEqualTo("1");
  }

  private static Document parsed(CheckRun run) throws Exception {
    String text = GoldenTest.text(new JUnitReport(), run);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  private static Element testcase(Document document, String name) {
    return elements(document.getElementsByTagName("testcase")).stream()
        .filter(one -> one.getAttribute("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String count(Element suite, String tag) {
    return Integer.toString(suite.getElementsByTagName(tag).getLength());
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
