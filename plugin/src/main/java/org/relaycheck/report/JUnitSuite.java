package org.relaycheck.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.Outcome;
import org.relaycheck.compare.Verdict;
import org.relaycheck.report.text.VisibleText;
import org.relaycheck.state.Address;
import org.relaycheck.state.HostState;

/**
 * The cases of one host.
 *
 * @param name the host
 * @param cases the host itself first if it was not read, then its resources, sorted
 */
record JUnitSuite(String name, List<Case> cases) {

  /** What came of a case. */
  enum Result {
    PASSED,
    FAILURE,
    ERROR,
    SKIPPED
  }

  /**
   * A resource, or a host that was not read.
   *
   * @param kind the resource's kind
   * @param name such as {@code EX01\SQL Relay}
   * @param result what came of it
   * @param message one line
   * @param lines what makes the result, a finding each
   * @param output what is told beside it, such as warnings that fail nothing
   */
  record Case(
      String kind,
      String name,
      Result result,
      String message,
      List<String> lines,
      List<String> output) {

    Case(String kind, String name, Result result, String message, List<String> lines) {
      this(kind, name, result, message, lines, List.of());
    }
  }

  /** Sorted as the run's hosts are; what belongs to no host is in a suite {@code relay}. */
  static List<JUnitSuite> of(CheckRun run) {
    Map<String, List<Case>> suites = new TreeMap<>(run.hosts().comparator());
    if (run.outcome() == Outcome.ERROR) {
      List<String> problems = run.drift().coverage().notes().stream().map(VisibleText::of).toList();
      put(
          suites,
          "",
          new Case("policy", "policy", Result.ERROR, RunSummary.of(run).counts(), problems));
    } else if (run.outcome() == Outcome.UNCLEAR && run.drift().count(Verdict.UNCLEAR) == 0) {
      String text = NothingCompared.TEXT;
      put(suites, "", new Case("policy", "policy", Result.ERROR, text, List.of(text)));
    }
    Set<String> unclear =
        run.drift().findings().stream()
            .filter(finding -> finding.verdict() == Verdict.UNCLEAR)
            .map(finding -> Address.folded(finding.subject().address().host()))
            .collect(Collectors.toSet());
    run.hosts()
        .forEach(
            (host, state) -> host(host, state, unclear.contains(Address.folded(host)), suites));
    resources(run)
        .forEach((address, found) -> put(suites, address.host(), resource(address, found, run)));
    List<JUnitSuite> list = new ArrayList<>();
    suites.forEach(
        (host, cases) -> list.add(new JUnitSuite(host.isEmpty() ? "relay" : host, cases)));
    return list;
  }

  private static void put(Map<String, List<Case>> suites, String host, Case one) {
    suites.computeIfAbsent(host, name -> new ArrayList<>()).add(one);
  }

  /** A host that was not read fails only what is unclear for it; else nothing asked for it. */
  private static void host(
      String host, HostState state, boolean unclear, Map<String, List<Case>> suites) {
    String name = VisibleText.of(host);
    if (state instanceof HostState.Unread unread) {
      String why = VisibleText.of(unread.why());
      List<String> lines = List.of(why, "fix: " + VisibleText.of(unread.fix()));
      put(
          suites,
          host,
          new Case(
              "host", name, unclear ? Result.ERROR : Result.SKIPPED, "not read: " + why, lines));
    } else if (state instanceof HostState.Skipped skipped) {
      String why = "not asked: " + VisibleText.of(skipped.why());
      put(suites, host, new Case("host", name, Result.SKIPPED, why, List.of(why)));
    }
  }

  /** Every resource that was compared or that a finding is about, with its findings. */
  private static Map<Address, List<Finding>> resources(CheckRun run) {
    Map<Address, Address> spelling = new HashMap<>();
    Map<Address, List<Finding>> resources = new TreeMap<>();
    run.drift()
        .coverage()
        .judged()
        .forEach(
            address -> {
              spelling.put(address.key(), address);
              resources.put(address, new ArrayList<>());
            });
    for (Finding finding : run.drift().findings()) {
      Address address = finding.subject().address();
      Address known = spelling.computeIfAbsent(address.key(), key -> address);
      resources.computeIfAbsent(known, key -> new ArrayList<>()).add(finding);
    }
    return resources;
  }

  private static Case resource(Address address, List<Finding> findings, CheckRun run) {
    List<Result> results = findings.stream().map(finding -> result(finding, run)).toList();
    Result worst = Result.PASSED;
    for (Result result : List.of(Result.SKIPPED, Result.FAILURE, Result.ERROR)) {
      worst = results.contains(result) ? result : worst;
    }
    List<String> lines = new ArrayList<>();
    List<String> output = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      boolean making =
          worst == Result.ERROR
              ? results.get(i) == Result.ERROR || results.get(i) == Result.FAILURE
              : worst != Result.PASSED && results.get(i) == worst;
      (making ? lines : output).add(new FindingText(findings.get(i)).line());
    }
    String message = lines.size() == 1 ? lines.get(0) : lines.size() + " findings";
    return new Case(address.kind(), FindingText.address(address), worst, message, lines, output);
  }

  /** What does not fail the build is told, and fails here as little. */
  private static Result result(Finding finding, CheckRun run) {
    return switch (finding.verdict()) {
      case UNCLEAR -> Result.ERROR;
      case WAIVED -> Result.SKIPPED;
      case IN_SYNC, NOT_APPLICABLE -> Result.PASSED;
      case MISSING, DRIFTED, UNEXPECTED, BROKEN ->
          run.fails(finding) ? Result.FAILURE : Result.PASSED;
    };
  }
}
