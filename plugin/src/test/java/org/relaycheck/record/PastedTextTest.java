package org.relaycheck.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.live.Answer;
import org.relaycheck.value.Raw;

/** The same listing however people copied it, and what shows that a listing is not whole. */
class PastedTextTest {

  private static final String LIST =
      """
      RunspaceId                    : 5d1c0d4e-0000-4000-8000-000000000000
      AuthMechanism                 : Tls, BasicAuth
      Bindings                      : {[::]:2525, 0.0.0.0:2525}
      Enabled                       : True
      MaxInboundConnectionPerSource : 40
      RemoteIPRanges                : {10.1.0.0/16, 198.51.100.7}
      TlsCertificateName            : <I>CN=Corp CA, O=Corp<S>CN=relay.corp.example
      Server                        : EX01
      Name                          : Batch & Co
      Identity                      : EX01\\Batch & Co
      """;

  @TempDir private Path folder;

  static Stream<Arguments> copies() {
    return Stream.of(
        Arguments.of("mail", each(line -> "> " + line)),
        Arguments.of("mail of a mail", each(line -> ">> " + line)),
        Arguments.of(
            "mail with an answer", before("On Monday Joe wrote:\n\n", each(line -> "> " + line))),
        Arguments.of("wiki", each(line -> "    " + line)),
        Arguments.of("tab", each(line -> "\t" + line)),
        Arguments.of("bullets", each(line -> "* " + line)),
        Arguments.of("bar", each(line -> "| " + line)),
        Arguments.of("fence", before("```powershell\n", text -> text + "```\n")),
        Arguments.of("issue tracker", before("{noformat}\n", text -> text + "{noformat}\n")),
        Arguments.of("browser", (UnaryOperator<String>) text -> text.replace(' ', '\u00A0')),
        Arguments.of("forum", each(line -> line + "  \n")),
        Arguments.of("one blank", each(line -> line.replaceFirst(" +: ", " : "))),
        Arguments.of("no blank before", each(line -> line.replaceFirst(" +: ", ": "))),
        Arguments.of("no blank", each(line -> line.replaceFirst(" +: ", ":"))),
        Arguments.of(
            "colours", each(line -> line.replaceFirst("(.*?: )", "\u001B[32;1m$1\u001B[0m"))),
        Arguments.of("lost escapes", each(line -> line.replaceFirst("(.*?: )", "[32;1m$1[0m"))),
        Arguments.of("source of a page", (UnaryOperator<String>) PastedTextTest::escaped),
        Arguments.of(
            "page",
            (UnaryOperator<String>)
                text -> "<pre><code>" + escaped(text).replace("\n", "<br>\n") + "</code></pre>"));
  }

  private static UnaryOperator<String> each(UnaryOperator<String> line) {
    return text -> text.lines().map(line).collect(Collectors.joining("\n", "", "\n"));
  }

  private static UnaryOperator<String> before(String intro, UnaryOperator<String> rest) {
    return text -> intro + rest.apply(text);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("copies")
  void a_copy_says_what_the_listing_says(String name, UnaryOperator<String> copy) {
    Recordings recordings = new Recordings(folder);
    Answer plain = recordings.answer(LIST);

    Answer copied = recordings.answer(copy.apply(LIST));

    assertThat(copied.items()).isEqualTo(plain.items());
    assertThat(copied.gap()).isEmpty();
  }

  @Test
  void what_no_copy_changed_stays_as_it_is() {
    String text = "Name : A\nComment : R&amp;D\u00A0and > [1mm]\nEnabled : True\n";

    Answer answer = new Recordings(folder).answer(text);

    assertThat(answer.items().get(0).values())
        .containsEntry("Comment", Raw.text("R&amp;D\u00A0and > [1mm]"));
  }

  @Test
  void a_listing_with_a_blank_line_behind_each_line_may_be_wrapped_too() {
    String text =
        "Name : A\n\nRemoteIPRanges : {10.1.0.0/16,\n\n                 10.2.0.0/16}\n\nEnabled : True\n\n";

    Answer answer = new Recordings(folder).answer(text);

    assertThat(answer.items().get(0).values())
        .isEqualTo(
            Map.of(
                "RemoteIPRanges", Raw.text("{10.1.0.0/16, 10.2.0.0/16}"),
                "Enabled", Raw.text("True")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Get-ReceiveConnector : The operation couldn't be performed.",
        "Get-ReceiveConnector: The operation couldn't be performed.",
        "    + CategoryInfo          : NotSpecified: (:) [Get-ReceiveConnector], Exception",
        "+ CategoryInfo : NotSpecified: (:) [Get-ReceiveConnector], Exception",
        "WARNING: The object EX01\\B has been corrupted.",
        "WARNUNG: Das Objekt ist beschädigt.",
        "AVERTISSEMENT : L'objet est endommagé.",
        "ADVERTENCIA: El objeto está dañado.",
        "\u8B66\u544A: 1",
        "  WARNING: The object EX01\\B has been corrupted.",
        "Warning: The object EX01\\B has been corrupted.",
        "Get-ReceiveConnector:",
        "Line |",
        "     | The operation couldn't be performed.",
        "At line:1 char:1",
        "C:\\collect.ps1 : The operation couldn't be performed.",
        "System.Management.Automation.RemoteException: The operation couldn't be performed.",
        "Exception: The operation couldn't be performed.",
        "Processing data from remote server EX01 failed with the following error message: Aborted.",
      })
  void an_error_or_a_warning_of_the_shell_among_the_lines_leaves_a_gap(String line) {
    String[] texts = {
      line + "\n\nName : A\nEnabled : True\n",
      "Name : A\n" + line + "\nEnabled : True\n",
      "Name : A\nEnabled : True\n\n" + line + "\n",
      line + "\n\nName Enabled\n---- -------\nA    True\n",
      line + "\nName,Enabled\nA,True\n",
      "Name,Enabled\nA,True\n" + line + "\n",
      line + "\n{\"Name\": \"A\", \"Enabled\": true}\n",
      "{\"Name\": \"A\", \"Enabled\": true}\n" + line + "\n",
    };

    for (String text : texts) {
      Answer answer = new Recordings(folder).answer(text);

      assertThat(answer.items()).as(text).hasSize(1);
      assertThat(answer.items().get(0).values()).as(text).containsOnlyKeys("Enabled");
      assertThat(answer.gap().orElse("")).as(text).startsWith("the shell reports at line ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"VERBOSE: Connected to EX01.", "AUSFÜHRLICH: Verbunden.", "Thanks, Joe"})
  void other_words_around_the_lines_leave_no_gap(String line) {
    Answer answer =
        new Recordings(folder).answer(line + "\n\nName : A\nEnabled : True\n\n" + line + "\n");

    assertThat(answer.gap()).isEmpty();
  }
}
