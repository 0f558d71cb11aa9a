package org.relaycheck.script.receiveconnectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.script.AllScripts;
import org.relaycheck.script.Script;
import org.relaycheck.standin.powershell.Grammar;
import org.relaycheck.standin.powershell.Shell;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.IsExactly;
import org.relaycheck.value.Generators;

/** The text of every script that is written: golden ones, and generated ones. */
class ScriptTextTest {

  private static final Path GOLDEN =
      Path.of("src/test/resources/org/relaycheck/goal/remediate/connectors");
  private static final String NASTY =
      "a'\u2018\u2019\u201a\u201b\"\u201c\u201d\u201e-\u2013\u2014\u2015$(`#<>\0\r\n\u2028\u0085\ud800x";
  private static final int GENERATED = 6;
  private static final int NAMES = 300;
  private static final int LONGEST_NAME = 24;

  /** What Windows PowerShell 2.0 lacks, or what may not stand in a script that others read. */
  private static final List<String> FORBIDDEN =
      List.of(
          "\\[pscustomobject\\]",
          "\\[ordered\\]",
          "ConvertTo-Json",
          "\\s-(not)?in\\s",
          "::new\\(",
          "\\$PSItem",
          "\\$using:",
          "\\$PSScriptRoot",
          "\\*>",
          "IsNullOrWhiteSpace",
          "\\.(Where|ForEach)\\(",
          "Invoke-Expression",
          "Restart-Service",
          "Stop-Service",
          "&\\s",
          "\\bclass\\s",
          "\\|");

  static Stream<String> scripts() throws IOException {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      for (Path file :
          files
              .filter(path -> path.toString().endsWith(".ps1"))
              .filter(path -> !path.endsWith(AllScripts.FILE))
              .toList()) {
        all.add(Files.readString(file));
      }
    }
    for (long seed = 0; seed < GENERATED; seed++) {
      Script script = generated(new SplittableRandom(seed)).script();
      all.add(script.fix());
      all.add(script.rollback());
    }
    return all.stream();
  }

  /** A policy that wants something of every row, about connectors with nasty names. */
  private static Bench generated(SplittableRandom random) {
    List<Statement<?>> statements = new ArrayList<>();
    for (Property<?> row : (Iterable<Property<?>>) ScriptLawsTest.rows()::iterator) {
      statements.add(statement(row, random));
    }
    Bench bench = Bench.mailbox().wants(Bench.RELAY, statements.toArray(Statement<?>[]::new));
    return bench.wants(
        text(random, LONGEST_NAME),
        Bench.is(ReceiveConnectorRows.TRANSPORT_ROLE, "FrontendTransport"),
        Bench.is(ReceiveConnectorRows.BINDINGS, "192.0.2.1:25"),
        Bench.is(ReceiveConnectorRows.REMOTE_IP_RANGES, "192.0.2.64/28"),
        statement(ReceiveConnectorRows.COMMENT, random));
  }

  private static <T> Statement<T> statement(Property<T> row, SplittableRandom random) {
    return Bench.statement(row, new IsExactly<>(Optional.of(Generators.value(row.type(), random))));
  }

  private static String text(SplittableRandom random, int longest) {
    StringBuilder text = new StringBuilder("x");
    random
        .ints(random.nextInt(1, longest), 0, NASTY.length())
        .forEach(i -> text.append(NASTY.charAt(i)));
    return text.toString();
  }

  /** The script without its comments and without what stands in quotes. */
  private static String bare(String script) {
    return script.replaceAll("(?m)^\\s*#.*$", "").replaceAll("'(?:[^']|'')*'", "''");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void scripts_are_ascii_with_windows_line_ends(String script) {
    assertThat(script).matches("(?s)\\p{ASCII}*\r\n");
    assertThat(script.replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void scripts_use_only_what_powershell_2_has(String script) {
    for (String word : FORBIDDEN) {
      assertThat(Pattern.compile(word, Pattern.CASE_INSENSITIVE).matcher(bare(script)).results())
          .as(word)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void scripts_call_these_cmdlets_and_no_other(String script) {
    Matcher cmdlet = Pattern.compile("\\b[A-Z][a-z]+-[A-Z][A-Za-z]+").matcher(bare(script));

    assertThat(
            cmdlet
                .results()
                .map(found -> found.group())
                .filter(name -> !name.matches("[A-Z][a-z]+-Relay.*"))
                .distinct())
        .containsExactlyInAnyOrder(
            "Set-StrictMode",
            "New-Object",
            "Write-Host",
            "Write-Verbose",
            "Get-Command",
            "Get-ReceiveConnector",
            "Set-ReceiveConnector",
            "New-ReceiveConnector",
            "Remove-ReceiveConnector",
            "Get-ADPermission",
            "Add-ADPermission",
            "Remove-ADPermission");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void functions_have_names_that_no_alias_of_a_caller_has(String script) {
    List<String> defined =
        Pattern.compile("(?m)^function (\\S+)")
            .matcher(script)
            .results()
            .map(found -> found.group(1).replaceAll("\\(.*", ""))
            .toList();

    assertThat(defined).isNotEmpty().doesNotHaveDuplicates();
    assertThat(defined).allMatch(name -> name.matches("[A-Z][a-z]+-Relay[A-Z][A-Za-z]*"));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void only_a_script_file_exits(String script) {
    assertThat(bare(script).lines().filter(line -> line.matches(".*\\bexit\\b.*")))
        .containsExactly("    exit $relay['']");
    assertThat(script)
        .containsSubsequence("-eq 'ExternalScript')", "if (Test-RelayFile) {", "exit");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void a_script_begins_with_its_plan_and_the_calls_and_ends_with_the_line_that_starts_them(
      String script) {
    List<String> lines = script.lines().toList();
    int calls = lines.indexOf("function Invoke-RelayScript {");
    int end = lines.subList(calls, lines.size()).indexOf("}") + calls;

    assertThat(lines.get(0)).matches("#.* [0-9]+ (to add|to change|to remove|by hand)[,.].*");
    assertThat(lines.subList(0, lines.indexOf(""))).allMatch(line -> line.startsWith("#   "));
    assertThat(lines.get(1)).endsWith("| The plan, in this order:");
    assertThat(lines.subList(calls, end)).doesNotContain("").contains("  Complete-RelayScript");
    assertThat(lines.subList(end, lines.size())).anyMatch(line -> line.startsWith("function "));
    assertThat(lines.get(lines.size() - 1)).isEqualTo("Invoke-RelayScript");
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void no_comment_is_taken_for_the_mark_of_a_signature(String script) {
    script
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("#") && line.length() >= 14 && line.length() <= 34)
        .forEach(
            line ->
                assertThat(distance(line.toLowerCase(Locale.ROOT), "sig#beginsignatureblock"))
                    .as(line)
                    .isGreaterThanOrEqualTo(10));
  }

  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int up = row[j];
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(up, row[j - 1]) + 1, corner + change);
        corner = up;
      }
    }
    return row[other.length()];
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void the_grammar_of_powershell_accepts_the_scripts(String script) throws Exception {
    assertThat(Grammar.errors(script)).isEmpty();
  }

  @Test
  void the_grammar_of_powershell_notices_a_missing_brace() throws Exception {
    assertThat(Grammar.errors("if ($a) {\r\n")).isNotEmpty();
  }

  @Test
  void names_and_texts_of_any_kind_go_the_whole_way_from_policy_to_server() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < NAMES; i++) {
      String name = text(random, LONGEST_NAME);
      String comment = text(random, 60);
      Bench bench =
          Bench.mailbox()
              .wants(
                  name,
                  Bench.is(ReceiveConnectorRows.TRANSPORT_ROLE, "FrontendTransport"),
                  Bench.is(ReceiveConnectorRows.BINDINGS, "192.0.2.1:25"),
                  Bench.is(ReceiveConnectorRows.REMOTE_IP_RANGES, "192.0.2.64/28"),
                  Bench.is(ReceiveConnectorRows.BANNER, "220 " + comment),
                  Bench.is(ReceiveConnectorRows.COMMENT, comment));
      Script script = bench.script();

      Shell.Result result = bench.runAll(script.fix());

      assertThat(result.code()).as("seed 7, name %d%n%s", i, result.said()).isZero();
      assertThat(bench.drift().findings()).as("seed 7, name %d", i).isEmpty();
      bench.runAll(script.rollback());
      assertThat(bench.runAll(script.rollback()).code()).isZero();
      assertThat(bench.organisation.connectors()).hasSize(4);
    }
  }
}
