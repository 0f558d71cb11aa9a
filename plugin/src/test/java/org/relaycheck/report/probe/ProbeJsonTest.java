package org.relaycheck.report.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.goal.Wires;
import org.relaycheck.standin.mail.Mta;

class ProbeJsonTest {

  @TempDir private Path folder;

  @Test
  void a_report_keeps_to_its_schema_and_is_read_again() throws Exception {
    try (Mta mta = Mta.start().limit(3)) {
      Wires wires =
          new Wires(folder)
              .connector("Relay", mta.port())
              .policy("MaxInboundConnectionPerSource: {atLeast: 5}", "PipeliningEnabled: true")
              .connections(6)
              .send("a@corp.example", 2);
      ProbeFolder output = new ProbeFolder(folder.resolve("out"));

      output.write(wires.probe());
      JsonObject json = json();

      assertThat(schema().validate(json.toString(), InputFormat.JSON)).isEmpty();
      assertThat(json.get("outcome").getAsString()).isEqualTo("drift");
      assertThat(output.former())
          .hasSize(1)
          .allSatisfy(
              (key, rates) -> {
                assertThat(rates.held()).contains(3);
                assertThat(rates.refused()).isTrue();
                assertThat(rates.messages()).contains(2);
                assertThat(rates.perSecond()).isPositive();
              });
      assertThat(Files.readString(folder.resolve("out/probe.md")))
          .startsWith("## Relay on the wire: drift\n")
          .contains("MaxInboundConnectionPerSource")
          .contains("**refuted** (error)");
    }
  }

  @Test
  void what_a_run_did_not_measure_is_kept_from_the_one_before() throws Exception {
    try (Mta mta = Mta.start().limit(3)) {
      ProbeFolder output = new ProbeFolder(folder.resolve("out"));
      Wires wires = new Wires(folder).connector("Relay", mta.port()).policy("TarpitInterval: 5s");
      output.write(wires.connections(5).probe());
      var first = output.former();

      output.write(wires.connections(0).probe(first));

      assertThat(first).isNotEmpty();
      assertThat(output.former()).isEqualTo(first);
      assertThat(schema().validate(json().toString(), InputFormat.JSON)).isEmpty();
    }
  }

  @Test
  void a_file_that_is_not_ours_or_torn_is_not_compared_with() throws Exception {
    Path out = Files.createDirectory(folder.resolve("out"));
    ProbeFolder output = new ProbeFolder(out);

    assertThat(output.former()).isEqualTo(new TreeMap<>());
    for (String text : new String[] {"", "[]", "{}", "{\"schema\":\"other\"}", "{\"schema\":1,"}) {
      Files.writeString(out.resolve("probe.json"), text);
      assertThat(output.former()).as(text).isEmpty();
    }
  }

  @Test
  void clearing_takes_what_a_probe_wrote_and_nothing_else() throws Exception {
    Path out = Files.createDirectory(folder.resolve("out"));
    for (String name : new String[] {"probe.json", "probe.md", "probe.ps1", "report.json"}) {
      Files.writeString(out.resolve(name), "x");
    }

    new ProbeFolder(out).clear();

    assertThat(out).isDirectoryContaining("glob:**report.json");
    assertThat(Objects.requireNonNull(out.toFile().list())).containsExactly("report.json");
  }

  private JsonObject json() throws Exception {
    return JsonParser.parseString(Files.readString(folder.resolve("out/probe.json")))
        .getAsJsonObject();
  }

  private static Schema schema() throws Exception {
    String name = "/META-INF/relay/schema/relay-probe.schema.json";
    try (InputStream in =
        Objects.requireNonNull(ProbeJsonTest.class.getResourceAsStream(name), name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);
    }
  }
}
