package org.relaycheck.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.standin.powershell.Grammar;

class CollectorScriptTest {

  /** What Windows PowerShell 2.0 lacks, or what the endpoint of Exchange or our framing forbids. */
  private static final List<String> FORBIDDEN =
      List.of(
          "\\[pscustomobject\\]",
          "\\[ordered\\]",
          "ConvertTo-Json",
          "ConvertFrom-Json",
          "Get-CimInstance",
          "Invoke-WebRequest",
          "\\s-(not)?in\\s",
          "::new\\(",
          "\\$PSItem",
          "\\$using:",
          "\\$PSScriptRoot",
          "\\$input\\b",
          "\\*>",
          "IsNullOrWhiteSpace",
          "\\.(Where|ForEach)\\(",
          "Import-PSSession",
          "Write-Host",
          "Write-Output",
          "Invoke-Expression",
          "#requires -modules",
          "\\bclass\\s",
          "\\[NullString\\]",
          "\\bpwsh\\b");

  static Stream<String> scripts() {
    return Stream.of(CollectorScript.question(), CollectorScript.standAlone());
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
      assertThat(Pattern.compile(word, Pattern.CASE_INSENSITIVE).matcher(script).find())
          .as(word)
          .isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void scripts_only_read(String script) {
    Matcher cmdlet = Pattern.compile("\\b([A-Z][a-z]+)-([A-Z][A-Za-z]+)").matcher(script);

    while (cmdlet.find()) {
      assertThat(cmdlet.group(1))
          .as(cmdlet.group())
          .isIn("Get", "New", "Invoke", "Remove", "Add", "Test", "ForEach", "Sort", "Out", "View");
      if (List.of("New", "Remove", "Add", "Invoke").contains(cmdlet.group(1))) {
        assertThat(cmdlet.group(2))
            .isIn("Object", "PSSession", "PSSessionOption", "PSSnapin", "Command");
      }
    }
  }

  @Test
  void questions_to_the_endpoint_are_single_commands() {
    List<String> questions = questions(CollectorScript.question());

    assertThat(questions)
        .hasSizeGreaterThan(12)
        .allSatisfy(
            question ->
                assertThat(question)
                    .matches(
                        "(param\\(\\$[a-z]+(, \\$[a-z]+)*\\) )?"
                            + "Get-[A-Za-z]+( -[A-Za-z]+ (\\$[a-z]+|[A-Za-z]+))* -ErrorAction Stop"));
  }

  /** Invoke-Command sends a block with any other variable as script text, which is refused. */
  @Test
  void every_variable_of_a_question_is_declared_in_its_own_param() {
    assertThat(questions(CollectorScript.question()))
        .allSatisfy(question -> assertThat(undeclared(question)).isEmpty());
    assertThat(undeclared("Get-ReceiveConnector -DomainController $dc")).containsExactly("$dc");
    assertThat(undeclared("param($dn) Get-ADPermission -Identity $dn -DomainController $DC"))
        .containsExactly("$dc");
  }

  /** The blocks of each line that asks something. */
  private static List<String> questions(String script) {
    return script
        .lines()
        .filter(line -> line.matches("\\s*Ask(At)? \\{.*"))
        .flatMap(line -> Pattern.compile("\\{ (.*?) \\}").matcher(line).results())
        .map(block -> block.group(1))
        .toList();
  }

  private static Set<String> undeclared(String question) {
    Matcher param = Pattern.compile("^param\\((.*?)\\)(.*)").matcher(question);
    boolean declares = param.matches();
    Set<String> used = variables(declares ? param.group(2) : question);
    used.removeAll(variables(declares ? param.group(1) : ""));
    return used;
  }

  private static Set<String> variables(String text) {
    Set<String> names = new TreeSet<>();
    Pattern.compile("\\$\\w+")
        .matcher(text)
        .results()
        .forEach(name -> names.add(name.group().toLowerCase(Locale.ROOT)));
    return names;
  }

  /** A question that stands elsewhere would escape the tests of questions. */
  @Test
  void every_cmdlet_of_exchange_stands_in_a_question() {
    String others =
        CollectorScript.question()
            .lines()
            .filter(line -> !line.matches("\\s*Ask(At)? \\{.*"))
            .collect(Collectors.joining("\n"));

    assertThat(Pattern.compile("\\bGet-[A-Za-z]+").matcher(others).results())
        .extracting(MatchResult::group)
        .containsExactly("Get-ItemProperty");
  }

  @Test
  void every_kind_of_line_that_is_written_is_also_read() throws Exception {
    Matcher line = Pattern.compile("Put \\(?\"([A-Z])`t").matcher(CollectorScript.question());
    SortedSet<String> written = new TreeSet<>();
    while (line.find()) {
      written.add(line.group(1));
    }

    String all =
        "F\t\tRead\tMQ==\nI\tk\tMQ==\tMQ==\t\nV\ta\tMQ==\nN\tb\nU\tc\tMQ==\nL\td\t1\nE\tMQ==\n"
            + "C\tk\nX\tMQ==\tMQ==\tWAY\n";
    assertThat(AnswerText.read(all).items().get(0).values()).hasSize(4);
    assertThat(written)
        .containsExactlyElementsOf(
            new TreeSet<>(all.lines().map(each -> each.substring(0, 1)).toList()));
  }

  @Test
  void every_step_at_which_it_may_give_up_is_known() {
    Matcher step = Pattern.compile("\\bAt = '([A-Z_]+)'").matcher(CollectorScript.question());
    SortedSet<String> steps = new TreeSet<>();
    while (step.find()) {
      steps.add(org.relaycheck.live.AskingStage.valueOf(step.group(1)).name());
    }

    assertThat(steps).containsExactly("POWERSHELL", "RIGHTS", "SERVER", "WAY");
  }

  @Test
  void every_parameter_that_is_sent_is_also_looked_at() {
    Optional<ShellQuestion.EndpointLogin> login =
        Optional.of(new ShellQuestion.EndpointLogin("CORP\\reader", "geheim"));
    Stream<PowerShellWay.Session> sessions =
        Stream.of(
            new PowerShellWay.Endpoint(URI.create("http://ex01.corp.example/PowerShell/")),
            new PowerShellWay.Edge(),
            new PowerShellWay.Snapin("Some.SnapIn"));

    Stream<String> keys =
        sessions
            .map(
                way ->
                    new ShellQuestion(
                        Optional.of(way),
                        Optional.of("dc1"),
                        List.of(),
                        login,
                        Duration.ofSeconds(60)))
            .flatMap(question -> question.parameters().lines())
            .map(line -> line.substring(0, line.indexOf('=')));

    assertThat(keys)
        .hasSize(15)
        .allSatisfy(key -> assertThat(CollectorScript.question()).contains("$told['" + key + "']"));
  }

  @Test
  void the_stand_alone_script_sends_nothing_that_the_question_does_not_look_at() {
    String head = CollectorScript.standAlone().split("\\$collect = ", 2)[0];
    Matcher key = Pattern.compile("\\$asked \\+= '([a-zA-Z]+)=").matcher(head);
    Set<String> keys = new TreeSet<>();
    while (key.find()) {
      keys.add(key.group(1));
    }

    assertThat(keys)
        .containsExactly("domainController", "endpoint", "out", "server", "snapin", "way");
    keys.remove("server");
    assertThat(keys)
        .allSatisfy(
            each -> assertThat(CollectorScript.question()).contains("$told['" + each + "']"));
  }

  /**
   * Where scripts are restricted, as on Windows Server 2008 R2, the command without it does
   * nothing.
   */
  @Test
  void the_head_shows_a_command_that_runs_everywhere() {
    assertThat(CollectorScript.standAlone())
        .contains(
            "#   powershell.exe -NoProfile -ExecutionPolicy Bypass -File"
                + " collect-receive-connectors.ps1 -Out ");
  }

  @Test
  void the_session_with_the_endpoint_is_always_removed() {
    assertThat(CollectorScript.question())
        .containsPattern(
            "(?s)finally \\{\\s+if \\(\\$null -ne \\$session\\) \\{\\s+Remove-PSSession");
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
}
