package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.record.RecordWriter;
import org.relaycheck.report.ReportFile;
import org.relaycheck.standin.mail.Parrot;
import org.relaycheck.state.LastChange;
import org.relaycheck.value.Raw;

/** Law: no line that a goal prints, and none of a page, holds a command to a build server. */
@Timeout(120)
class HostileTextsTest {

  @TempDir private Path folder;
  private final Told told = new Told();

  static Stream<String> texts() {
    return Stream.of(
        "##vso[task.complete result=Succeeded;]",
        "all is well ##VSO[task.setvariable variable=x]y",
        "##[error]x",
        "####[group]x",
        "##teamcity[buildStatus status='SUCCESS']",
        "##\u202E[x",
        "##\u00AD[x",
        "::error::x",
        "   ::add-mask::x",
        "::set-output name=a::b",
        "\u00A0::error::x",
        "a\r::error::x",
        "a\n::stop-commands::x",
        "a\n##[add-mask]x",
        "a\r\n  ::debug::x",
        "\u001B[31m::error::x",
        "#\u001B[0m#vso[task.complete]",
        "a ".repeat(44) + " ::error::x");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void no_text_of_a_server_becomes_a_command(String text) throws Exception {
    Site site = site(text);
    CheckMojo check = new CheckMojo(new Vault());
    set(check, "formats", Stream.of(ReportFile.values()).map(ReportFile::word).toList());
    for (AbstractRelayMojo goal :
        List.of(
            check,
            new RemediateMojo(new Vault()),
            new DoctorMojo(new Vault()),
            new ExportMojo(new Vault()),
            new RecordMojo(new Vault()))) {
      site.run(goal, told).ifPresent(this::hear);
    }
    InitMojo init = new InitMojo(new Vault());
    set(init, "records", List.of("EX01.xml", "EX02.xml"));
    site.runAsFirst(init, told).ifPresent(this::hear);
    for (AddressMojo goal : List.of(new AllowMojo(new Vault()), new RevokeMojo(new Vault()))) {
      set(goal, "address", "10.99.9.9");
      set(goal, "connector", "Other");
      site.run(goal, told).ifPresent(this::hear);
    }

    assertThat(told.lines()).anyMatch(line -> line.contains("TarpitInterval"));
    assertThat(told.lines()).anyMatch(line -> line.contains("first-policy.yaml"));
    assertThat(commands(site)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void no_text_of_a_person_becomes_a_command(String text) throws Exception {
    Site site = site(text);
    Files.writeString(folder.resolve("some.log"), text + "\n421 4.3.2 " + text + "\n");
    for (Map.Entry<String, Object> question :
        Map.<String, Object>of(
                "symptom",
                "421 4.3.2 " + text,
                "setting",
                List.of(text),
                "log",
                "some.log",
                "since",
                text)
            .entrySet()) {
      ExplainMojo explain = new ExplainMojo(new Vault());
      set(explain, question.getKey(), question.getValue());
      site.run(explain, told).ifPresent(this::hear);
    }
    AllowMojo allow = new AllowMojo(new Vault());
    set(allow, "address", "10.99.9.9");
    set(allow, "connector", "SQL Relay");
    set(allow, "owner", text);
    set(allow, "why", text);
    site.run(allow, told).ifPresent(this::hear);
    RevokeMojo revoke = new RevokeMojo(new Vault());
    set(revoke, "address", text);
    set(revoke, "connector", text);
    site.run(revoke, told).ifPresent(this::hear);
    site.policy("version: 1\nreceiveConnectors: {" + quoted(text) + ": {hosts: EX01, Baner: x}}\n");
    site.run(new ValidateMojo(), told).ifPresent(this::hear);

    assertThat(told.lines()).anyMatch(line -> line.contains("Baner"));
    assertThat(commands(site)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void no_reply_on_the_wire_becomes_a_command(String text) throws Exception {
    String line = text.replaceAll("[\r\n]", " ");
    try (Parrot server =
        new Parrot("220 " + line)
            .says("EHLO", "250-" + line + "\n250 PIPELINING")
            .says("MAIL", "550 " + line)) {
      Site site = site(text);
      write("EX01", "SQL Relay", bound(server.port(), text));
      site.policy(
          "version: 1\nreceiveConnectors: {SQL Relay: {hosts: EX01, Banner: '220 x', Fqdn: y,"
              + " why: "
              + quoted(text)
              + "}}\n");
      ProbeMojo probe = new ProbeMojo(new Vault());
      set(probe, "probeMessages", 20);

      site.run(probe, told).ifPresent(this::hear);

      assertThat(told.lines()).anyMatch(printed -> printed.startsWith("info Testing EX01"));
      assertThat(commands(site)).isEmpty();
    }
  }

  @Test
  void a_text_that_is_broken_up_can_still_be_read() throws Exception {
    site("##vso[task.complete result=Succeeded;]").run(new CheckMojo(new Vault()), told);

    assertThat(told.lines())
        .anyMatch(line -> line.contains("#[U+0023]vso[task.complete result=Succeeded;]"));
    assertThat(folder.resolve("out/report.json"))
        .content()
        .contains("#\\u0023vso[task.complete result=Succeeded;]");
  }

  @Test
  void what_this_test_would_miss_it_could_not_show() {
    assertThat(texts().filter(text -> commands(text).isEmpty()))
        .as("made by what we do to them: a number for what is not seen, a break between words")
        .hasSize(3);
  }

  @Test
  void a_fault_that_nobody_foresaw_is_told_with_its_trace_and_without_a_command() {
    MojoExecutionException fault =
        new MojoExecutionException("all is well", new IllegalStateException("##vso[x]"));

    MojoExecutionException shown =
        VisibleFailure.of(fault, text -> text, MojoExecutionException::new);
    IllegalStateException other =
        VisibleFailure.of(
            new IllegalStateException("a\n::error::x"), text -> text, IllegalStateException::new);

    assertThat(shown).hasMessage("all is well").hasNoCause();
    assertThat(shown.getStackTrace()).isEqualTo(fault.getStackTrace());
    assertThat(other).hasMessage("a\n[U+003A]:error::x");
  }

  @Test
  void a_failure_of_harmless_texts_keeps_its_causes() {
    IllegalStateException fault = new IllegalStateException("x", new IllegalArgumentException("y"));

    assertThat(VisibleFailure.of(fault, text -> text, IllegalStateException::new)).isSameAs(fault);
  }

  /** A server that has the text wherever one of its own may stand, and one that gives it as why. */
  private Site site(String text) throws Exception {
    String name = text.indexOf('\u001B') < 0 ? text : "Relay";
    write("EX01", name, Map.of("Banner", new Raw.Text(text), "TarpitInterval", new Raw.Text(text)));
    Files.writeString(
        folder.resolve("EX02.xml"),
        new RecordWriter()
            .text(
                "EX02",
                new Answer(
                    Map.of("Note", text),
                    Optional.of(Instant.now()),
                    false,
                    Map.of("receiveConnectors", text),
                    List.of())));
    return new Site(folder)
        .host("EX01", "{recorded: EX01.xml, answers: [127.0.0.1]}")
        .host("EX02", "{recorded: EX02.xml}")
        .policy(
            "version: 1\nreceiveConnectors:\n  "
                + quoted(name)
                + ": {hosts: [EX01, EX02], Banner: {is: '220 x', why: "
                + quoted(text)
                + "}, TarpitInterval: 5s, Fqdn: y}\n  Other: {hosts: EX01}\n");
  }

  private void write(String host, String name, Map<String, Raw> values) throws Exception {
    AnswerItem connector =
        new AnswerItem("receiveConnectors", name, Optional.of(host), values, LastChange.unknown());
    Answer answer =
        new Answer(
            Map.of("ExchangeVersion", "Version 15.2 (Build 1118.7)"),
            Optional.of(Instant.now()),
            true,
            Map.of(),
            List.of(connector));
    Files.writeString(folder.resolve(host + ".xml"), new RecordWriter().text(host, answer));
  }

  private static Map<String, Raw> bound(int port, String text) {
    return Map.of(
        "Enabled", new Raw.Text("True"),
        "Bindings", new Raw.Items(List.of("0.0.0.0:" + port)),
        "RemoteIPRanges", new Raw.Items(List.of("127.0.0.1")),
        "Banner", new Raw.Text(text));
  }

  private void hear(Throwable thrown) {
    for (Throwable one = thrown; one != null; one = one.getCause()) {
      told.lines().add("error " + one.getMessage());
    }
  }

  /** Whatever a build server would obey in what was printed and in the pages. */
  private List<String> commands(Site site) throws Exception {
    List<String> obeyed = new ArrayList<>();
    for (String line : told.lines()) {
      obeyed.addAll(commands(line.substring(line.indexOf(' ') + 1)));
    }
    for (Path file : site.written()) {
      if (file.toString()
          .matches(".*(\\.md|\\.html|\\.json|\\.properties|\\.sarif|TEST-relay\\.xml)")) {
        obeyed.addAll(commands(Files.readString(file)));
      }
    }
    return obeyed;
  }

  /** The lines that Azure's agent, GitHub's runner or TeamCity takes for a command. */
  private static List<String> commands(String text) {
    List<String> obeyed = new ArrayList<>();
    for (String line : text.split("\r\n|\r|\n")) {
      String plain = line.replaceAll("\u001B\\[[0-9;]*m", "").toLowerCase(Locale.ROOT);
      if (Stream.of("##vso[", "##[", "##teamcity[").anyMatch(plain::contains)
          || plain.replaceFirst("^[\\s\u00A0]+", "").matches("::[a-z].*")) {
        obeyed.add(line);
      }
    }
    return obeyed;
  }

  private static String quoted(String text) {
    return new Gson().toJson(text);
  }

  private static void set(Object goal, String field, Object value) throws Exception {
    MojoExtension.setVariableValueToObject(goal, field, value);
  }
}
