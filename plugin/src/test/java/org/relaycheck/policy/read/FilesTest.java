package org.relaycheck.policy.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.policy.PolicyReader;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Place;
import org.relaycheck.state.Policy;
import org.relaycheck.yaml.FileProblem;
import org.relaycheck.yaml.PolicyException;

/** Files as people, editors and Windows leave them. */
class FilesTest {

  private static final String POLICY =
      "version: 1\nreceiveConnectors:\n  Relay: {hosts: EX01, Banner: Grüße}\n";

  @TempDir Path folder;
  private Desk desk = Desk.in(Path.of("."));

  @BeforeEach
  void empty_desk() {
    desk = Desk.in(folder);
  }

  @Test
  void line_ends_and_a_byte_order_mark_make_no_difference() {
    desk.lay("plain.yaml", POLICY);
    desk.lay("windows.yaml", "\uFEFF" + POLICY.replace("\n", "\r\n"));

    Desired plain = desk.readFiles("plain.yaml").desired().get(0);
    Desired windows = desk.readFiles("windows.yaml").desired().get(0);

    assertThat(Desk.told(windows)).isEqualTo(Desk.told(plain)).contains("Grüße");
    assertThat(windows.origin().place().line()).isEqualTo(3);
    assertThat(windows.origin().place().column()).isEqualTo(3);
  }

  @Test
  void utf_16_is_told_from_other_broken_text() {
    desk.lay("policy.yaml", ("\uFEFF" + POLICY).getBytes(StandardCharsets.UTF_16LE));

    assertThat(desk.problemsOf("policy.yaml"))
        .isEqualTo("policy.yaml:1:1  is UTF-16, as Windows PowerShell writes; save it as UTF-8");
  }

  @Test
  void text_that_is_not_utf_8_is_refused_where_it_begins_not_to_be() {
    desk.lay("policy.yaml", POLICY.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(desk.problemsOf("policy.yaml"))
        .isEqualTo("policy.yaml:3:34  is not UTF-8: byte 63 is 0xFC; save the file as UTF-8");
  }

  @Test
  void a_character_that_yaml_does_not_know_is_refused() {
    desk.lay("policy.yaml", POLICY.replace("ü", "\u0007"));

    assertThat(desk.problemsOf("policy.yaml"))
        .isEqualTo("policy.yaml:3:34  character U+0007 cannot stand in YAML; remove it");
  }

  @Test
  void columns_count_characters_as_people_do() {
    desk.lay("policy.yaml", POLICY.replace("Grüße", "\uD83D\uDE00\u0007"));

    assertThat(desk.problemsOf("policy.yaml"))
        .isEqualTo("policy.yaml:3:33  character U+0007 cannot stand in YAML; remove it");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(20)
  void no_more_of_a_file_is_read_than_it_may_hold() {
    PolicyException broken =
        catchThrowableOfType(
            PolicyException.class,
            () -> desk.reader().read(List.of(Path.of("/dev/zero")), Optional.empty()));

    assertThat(broken).hasMessageStartingWith("/dev/zero:1:1  has more than 1 000 000 characters");
  }

  @Test
  void an_empty_file_is_refused() {
    desk.lay("empty.yaml", "").lay("comments.yaml", "# nothing\n").lay("list.yaml", "[a]\n");

    assertThat(desk.problemsOf("empty.yaml", "comments.yaml", "list.yaml"))
        .isEqualTo(
            "comments.yaml:1:1  is empty; it begins with 'version: 1'\n"
                + "empty.yaml:1:1  is empty; it begins with 'version: 1'\n"
                + "list.yaml:1:1  found a list; a file begins with 'version: 1'");
  }

  @Test
  void a_file_of_a_million_characters_is_the_largest() {
    String comment = "#".repeat(1_000_000 - POLICY.length() - 1) + "\n";
    desk.lay("most.yaml", POLICY + comment).lay("more.yaml", POLICY + "#" + comment);

    assertThat(desk.readFiles("most.yaml").desired()).hasSize(1);
    assertThat(desk.problemsOf("more.yaml"))
        .isEqualTo(
            "more.yaml:1:1  has more than 1 000 000 characters; split it and name the parts under"
                + " 'include'");
  }

  @Test
  void a_huge_file_is_refused() {
    desk.lay("policy.yaml", new byte[20_000_000]);

    assertThat(desk.problemsOf("policy.yaml"))
        .startsWith("policy.yaml:1:1  has more than 1 000 000 characters");
  }

  @Test
  void what_is_no_file_is_told() {
    assertThat(desk.problemsOf("missing.yaml", ""))
        .isEqualTo(
            folder
                + ":1:1  is a folder; expected a file\n"
                + "missing.yaml:1:1  there is no such file");
  }

  @Test
  void versions_are_checked() {
    desk.lay("none.yaml", "groups: {}\n").lay("other.yaml", "version: 1.0\n");

    assertThat(desk.problemsOf("none.yaml", "other.yaml"))
        .isEqualTo(
            "none.yaml:1:1  the version is missing; expected 'version: 1'\n"
                + "other.yaml:1:10  version: found '1.0'; expected 'version: 1'");
  }

  @Test
  void aliases_repeat_what_they_stand_for() {
    Policy policy =
        desk.read(
            """
            receiveConnectors:
              A: {hosts: &where [EX01, EX02], MaxHops: &hops {atLeast: 5}}
              B: {hosts: *where, MaxHops: *hops}
            """);

    assertThat(Desk.told(policy).get(3)).isEqualTo("EX02\\B (error) [MaxHops: at least 5 (error)]");
  }

  @Test
  void more_than_fifty_aliases_are_refused() {
    StringBuilder text = new StringBuilder("version: 1\ngroups:\n  g0: &g [EX01]\n");
    for (int i = 1; i <= 51; i++) {
      text.append("  g").append(i).append(": *g\n");
    }
    desk.lay("policy.yaml", text.toString());

    assertThat(desk.problemsOf("policy.yaml"))
        .isEqualTo(
            "policy.yaml:54:8  more than 50 aliases of lists and mappings; make a template and name"
                + " it under 'like'");
  }

  @Test
  void problems_of_all_files_are_told_at_once() {
    desk.lay("sub/b.yaml", "version: 1\ninclude: ../c.yaml\ngruops: {}\n");
    desk.lay("c.yaml", "version: 1\na: [\n");
    desk.lay("a.yaml", "version: 1\ninclude: [sub/b.yaml, sub/bb.yaml]\nbaseline: []\n");

    assertThat(desk.problemsOf("a.yaml"))
        .isEqualTo(
            "a.yaml:2:23  there is no file 'sub/bb.yaml' (paths begin at the folder of this"
                + " file); did you"
                + " mean 'b.yaml'?\n"
                + "a.yaml:3:1  'baseline' is not a key of a policy; did you mean 'baselines'?\n"
                + "c.yaml:3:1  is not YAML: expected the node content, but found '<stream end>'\n"
                + "sub/b.yaml:3:1  'gruops' is not a key of a policy; did you mean 'groups'?");
  }

  @Test
  void files_that_include_each_other_are_shown_in_a_circle() {
    desk.lay("a.yaml", "version: 1\ninclude: b.yaml\n");
    desk.lay("b.yaml", "version: 1\ninclude: c.yaml\n");
    desk.lay("c.yaml", "version: 1\ninclude: b.yaml\n");

    assertThat(desk.problemsOf("a.yaml"))
        .isEqualTo(
            "c.yaml:2:10  the files include each other: b.yaml -> c.yaml -> b.yaml; remove one"
                + " include");
  }

  @Test
  void relative_paths_begin_in_the_folder_of_the_reader_and_are_shown_as_given() {
    desk.lay("sub/policy.yaml", "version: 1\ninclude: [../a.yaml, ./b.yaml]\n");
    desk.lay("a.yaml", "version: 2\n").lay("sub/b.yaml", "version: 3\n");
    PolicyReader reader =
        new PolicyReader(List.of(TestKinds.CONNECTORS), List.of(), desk.noPresets(), folder);

    PolicyException broken =
        catchThrowableOfType(
            PolicyException.class,
            () -> reader.read(List.of(Path.of("sub", "policy.yaml")), Optional.empty()));

    assertThat(broken.problems())
        .extracting(FileProblem::place)
        .containsExactly(new Place("a.yaml", 1, 10), new Place("sub/b.yaml", 1, 10));
  }
}
