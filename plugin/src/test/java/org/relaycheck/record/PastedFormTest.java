package org.relaycheck.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.catalogue.Product;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostWay;
import org.relaycheck.value.Raw;

/** Tables, CSV and JSON of receive connectors. */
class PastedFormTest {

  @TempDir private Path folder;

  private Answer answer(String text) {
    return new Recordings(folder).answer(text);
  }

  private Map<String, Raw> values(String text) {
    return Recordings.item(answer(text), "A").values();
  }

  @Test
  void a_table_is_read_by_the_dashes_below_its_heads() {
    String text =
        """

        Name         Bindings                MaxHopCount TarpitInterval
        ----         --------                ----------- --------------
        A            {0.0.0.0:25, [::]:25}            60 00:00:05
        Default EX01 {0.0.0.0:2525, [::]:25…           5 00:00:00

        """;

    Answer answer = answer(text);

    assertThat(answer.items()).extracting(AnswerItem::name).containsExactly("A", "Default EX01");
    assertThat(Recordings.item(answer, "A").values())
        .isEqualTo(
            Map.of(
                "Bindings", Raw.text("{0.0.0.0:25, [::]:25}"),
                "MaxHopCount", Raw.text("60"),
                "TarpitInterval", Raw.text("00:00:05")));
    assertThat(Recordings.item(answer, "Default EX01").values())
        .containsEntry("Bindings", new Raw.CutOff("{0.0.0.0:2525, [::]:25…"));
    assertThat(answer.gap()).isEmpty();
  }

  @Test
  void a_number_that_is_wider_than_its_head_stands_left_of_the_dashes() {
    String text = "Name Enabled MaxHopCount\n---- ------- -----------\nA       True 12345678901\n";

    assertThat(values(text))
        .isEqualTo(Map.of("Enabled", Raw.text("True"), "MaxHopCount", Raw.text("12345678901")));
  }

  @Test
  void heads_and_cells_that_wrap_are_put_together_where_their_type_tells_how() {
    String text =
        "Name MaxInboundConnectionPercent AuthMechanism\n                    agePerSource\n"
            + "---- --------------------------- -------------\n"
            + "A                              2 Tls, Exchange\n"
            + "                                 Server\n";

    assertThat(values(text))
        .containsEntry("MaxInboundConnectionPercentagePerSource", Raw.text("2"))
        .containsEntry("AuthMechanism", Raw.text("Tls, ExchangeServer"));
  }

  @Test
  void a_connector_whose_name_is_cut_off_is_a_gap() {
    String text =
        "Name           Enabled\n----           -------\nA                 True\nOutbound Prox… "
            + "   True\n";

    Answer answer = answer(text);

    assertThat(answer.items()).extracting(AnswerItem::name).containsExactly("A");
    assertThat(answer.gap()).contains("the name of the connector at line 4 is cut off");
  }

  @Test
  void the_default_table_of_the_cmdlet_names_the_server() {
    Answer answer =
        answer(
            "Identity Bindings     Enabled\n-------- --------     -------\nEX01\\A  "
                + " {0.0.0.0:25} True\n");

    assertThat(answer.items().get(0).server()).contains("EX01");
  }

  @Test
  void a_table_beside_a_list_is_a_gap() {
    Answer answer = answer("Name : A\nEnabled : True\n\nName Enabled\n---- -------\nB    True\n");

    assertThat(answer.gap()).contains("the table at line 5 is not read beside a list");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void comma_separated_values_have_any_delimiter(String delimiter) {
    String text =
        "#TYPE Selected.Microsoft.Exchange.Data.Directory.SystemConfiguration.ReceiveConnector\n"
            + "\"Name\",\"Server\",\"Enabled\",\"Banner\",\"Comment\"\n"
            + "\"A\",\"EX01\",\"True\",,\"two \"\"quoted\"\"\nlines\"\n"
            + "\"B\",\"EX01\",\"False\",\"\",\"\"\n";

    Answer answer =
        answer(
            text.replace("\",", "\"" + delimiter)
                .replace(",,", delimiter + delimiter)
                .replace(delimiter + ",", delimiter + delimiter));

    assertThat(answer.items()).extracting(AnswerItem::name).containsExactly("A", "B");
    assertThat(Recordings.item(answer, "A").values())
        .isEqualTo(
            Map.of(
                "Enabled", Raw.text("True"),
                "Banner", new Raw.Empty(),
                "Comment", Raw.text("two \"quoted\"\nlines")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.0.0/16;10.2.0.7",
        "10.1.0.0/16 | 10.2.0.7",
        "10.1.0.0/16 10.2.0.7",
        "10.1.0.0/16\n10.2.0.7",
        "{10.1.0.0/16;10.2.0.7}"
      })
  void a_list_in_a_cell_has_its_own_delimiter(String cell) {
    assertThat(values("Name,RemoteIPRanges\nA,\"" + cell + "\"\n"))
        .containsEntry("RemoteIPRanges", Recordings.items("10.1.0.0/16", "10.2.0.7"));
  }

  @Test
  void a_text_with_a_semicolon_is_no_list() {
    assertThat(values("Name,Banner\nA,220 hello; world\n"))
        .containsEntry("Banner", Raw.text("220 hello; world"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.Object[]",
        "System.String[]",
        "System.Collections.ArrayList",
        "Microsoft.Exchange.Data.MultiValuedProperty`1[Microsoft.Exchange.Data.IPRange]"
      })
  void the_name_of_a_type_in_place_of_values_is_not_known(String cell) {
    assertThat(values("Name,RemoteIPRanges\nA,\"" + cell + "\"\n").get("RemoteIPRanges"))
        .isInstanceOf(Raw.Unread.class);
    assertThat(
            values("{\"Name\": \"A\", \"RemoteIPRanges\": \"" + cell + "\"}").get("RemoteIPRanges"))
        .isInstanceOf(Raw.Unread.class);
  }

  @ParameterizedTest
  @CsvSource({
    "MaxMessageSize,36,36MB",
    "MaxHeaderSize,256,256KB",
    "MaxMessageSize,37748736,37748736"
  })
  void a_size_without_a_unit_that_is_no_number_of_bytes_has_the_unit_of_its_default(
      String name, String cell, String size) {
    assertThat(values("Name," + name + "\nA," + cell + "\n")).containsEntry(name, Raw.text(size));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'Name,RemoteIPRanges\nA,10.1.0.1, 10.1.0.2\n'#this row has 3 cells, and the heads are 2",
        "'Name,Banner\nA,\"220\n'#its quotes do not come in pairs",
        "'Name,Enabled,enabled\nA,True,False\n'#'enabled' is there twice",
        "'{\"Name\": \"A\", \"Enabled\": true, \"ENABLED\": false}'#'ENABLED' is there twice",
        "'{\"Name\": \"A\", \"Enabled\": tr'#breaks off or is not well-formed",
        "'[{\"Name\": \"A\", \"Enabled\": true}'#breaks off or is not well-formed",
        "'{\"Name\": \"A\", \"Enabled\": true}\n{\"Name\": \"B\"}'#breaks off or is not well-formed",
        "'{\"Hello\": \"world\"}'#a receive connector has no Hello",
      })
  void what_is_broken_is_refused(String text, String why) {
    assertThat(new Recordings(folder).failure(text).why()).contains(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "true#true",
        "5000#5000",
        "\"00:00:05\"#00:00:05",
        "{\"Ticks\": 6000000000, \"Days\": 0, \"TotalSeconds\": 600.0}#00:10:00",
        "{\"IsUnlimited\": true, \"Value\": null}#Unlimited",
        "{\"IsUnlimited\": false, \"Value\": 20}#20",
        "{\"value\": 1, \"Value\": \"Tls\"}#Tls",
      })
  void a_value_of_json_is_the_text_that_the_shell_shows(String json, String text) {
    assertThat(values("{\"Name\": \"A\", \"Banner\": " + json + "}"))
        .containsEntry("Banner", Raw.text(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"0.0.0.0:25\", \"[::]:25\"]",
        "{\"value\": [\"0.0.0.0:25\", \"[::]:25\"], \"Count\": 2}",
        "\"0.0.0.0:25 [::]:25\"",
        "[{\"Address\": \"0.0.0.0\", \"Port\": 25}, {\"Address\": {\"IPAddressToString\":"
            + " \"::\"}, \"Port\": 25}]",
      })
  void a_list_of_json_is_a_list(String json) {
    assertThat(values("[{\"Name\": \"A\", \"Bindings\": " + json + "}]"))
        .containsEntry("Bindings", Recordings.items("0.0.0.0:25", "[::]:25"));
  }

  @Test
  void what_json_leaves_out_is_not_known_and_null_is_empty() {
    Map<String, Raw> values =
        values(
            "{\"Name\": \"A\", \"MaxMessageSize\": {}, \"Bindings\": [{}], \"Banner\": null,"
                + " \"TlsDomainCapabilities\": [], \"RemoteIPRanges\": \"@{LowerBound=10.1.0.0}\"}");

    assertThat(values.get("MaxMessageSize")).isInstanceOf(Raw.Unread.class);
    assertThat(values.get("Bindings")).isInstanceOf(Raw.Unread.class);
    assertThat(values)
        .containsEntry("Banner", new Raw.Empty())
        .containsEntry("TlsDomainCapabilities", new Raw.Empty())
        .containsEntry("RemoteIPRanges", new Raw.CutOff("@{LowerBound=10.1.0.0}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"Name\": \"A\", \"Enabled\": true}, {\"Name\": \"B\", \"Enabled\": true}]",
        "{\"value\": [{\"Name\": \"A\", \"Enabled\": true}, {\"Name\": \"B\", \"Enabled\":"
            + " true}], \"Count\": 2}",
        "PS C:\\> Get-ReceiveConnector | ConvertTo-Json\n[\n  {\"Name\": \"A\", \"Enabled\":"
            + " true},\n"
            + "  {\"Name\": \"B\", \"Enabled\": true}\n]\nPS C:\\>\n"
      })
  void json_holds_one_object_or_many(String json) {
    assertThat(answer(json).items()).extracting(AnswerItem::name).containsExactly("A", "B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "account_id,name,description,email_address,servername,port\n1,Mailer,,a@corp.example,relay,25\n",
        "account_id\tname\tservername\tport\n1\tMailer\trelay\t25\n",
        "SqlInstance : SQL01\nName : Mailer\nEmailAddress : a@corp.example\nMailServers : {relay}\n",
        "[{\"name\": \"Mailer\", \"email_address\": \"a@corp.example\"}]",
      })
  void what_sql_server_or_its_tools_printed_gets_the_advice_of_sql_server(String text) {
    HostAnswer.Failed failed = new Recordings(folder).failure(text);

    assertThat(failed.fix()).contains("record-database-mail.sql").doesNotContain("Get-Receive");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Msg 229, Level 14, State 5\n", "<record version='1' host='SQL01'>", "<x/>"})
  void a_file_of_a_host_of_which_the_policy_states_mail_accounts_gets_it_too(String text) {
    Recordings recordings = new Recordings(folder);
    Path file = recordings.write(text.getBytes(StandardCharsets.UTF_8));

    HostAnswer.Failed failed =
        Recordings.failure(
            recordings.ask(
                new HostWay.Recorded(file, Optional.of(Product.SQL_SERVER), Optional.empty())));

    assertThat(failed.fix()).doesNotContain("Get-Receive");
  }
}
