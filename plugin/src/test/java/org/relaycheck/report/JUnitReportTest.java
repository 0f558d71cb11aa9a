package org.relaycheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Outcome;
import org.relaycheck.report.text.VisibleText;
import org.relaycheck.state.Address;
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
        .containsExactly("error");
    assertThat(one.getTextContent().strip().lines()).hasSize(5);
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
