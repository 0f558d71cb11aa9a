package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.relaycheck.powershell.CollectorScript;

/** The goal as Maven configures it: what it writes, and when it fails. */
@MojoTest
class RecordMojoTest {

  private static final String FOLDER = "src/test/resources/mojo";
  private static final String OUTPUT = "../../../../target/mojo-record";
  private static final Path RECORDED = Path.of("target/mojo-record/recorded");

  private final Told told = new Told();

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "record")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  void what_was_read_and_what_was_not_is_kept(RecordMojo record) throws Exception {
    record.setLog(told);

    record.execute();

    assertThat(RECORDED.resolve("EX01.xml"))
        .content()
        .contains("MaxInboundConnectionPerSource")
        .contains("read=\"2026-01-02T03:04:05Z\"");
    assertThat(RECORDED.resolve("EX02.xml"))
        .content()
        .contains("<unread kind=\"receiveConnectors\">")
        .contains("missing.xml does not exist");
    assertThat(RECORDED.resolve("relay-connections.yaml"))
        .content()
        .contains("EX01: {recorded: EX01.xml");
    assertThat(told.lines())
        .contains("info recorded " + RECORDED.resolve("EX01.xml"))
        .anyMatch(line -> line.startsWith("warn ? EX02  not read  "))
        .last()
        .asString()
        .startsWith("info   mvn ")
        .contains(":check \"-Drelay.", "recorded/relay-connections.yaml\"");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "record")
  @MojoParameter(name = "outputDirectory", value = OUTPUT)
  @MojoParameter(name = "collector", value = "true")
  @MojoParameter(name = "connections", value = "missing.yaml")
  void the_scripts_for_an_administrator_need_no_connections(RecordMojo record) throws Exception {
    Path scripts = RECORDED.resolveSibling("collector");
    record.setLog(told);

    record.execute();

    assertThat(Files.readString(scripts.resolve("collect-receive-connectors.ps1")))
        .isEqualTo(CollectorScript.standAlone());
    assertThat(Files.readAllBytes(scripts.resolve("record-database-mail.sql")))
        .isEqualTo(
            Files.readAllBytes(
                Path.of("src/main/resources/META-INF/relay/record-database-mail.sql")));
    assertThat(
            new String(
                Files.readAllBytes(scripts.resolve("collect-receive-connectors.ps1")),
                StandardCharsets.US_ASCII))
        .contains("[string]$Out");
    assertThat(told.lines()).hasSize(3).first().asString().contains("-Out");
  }

  @Test
  @Basedir(FOLDER)
  @InjectMojo(goal = "record")
  @MojoParameter(name = "outputDirectory", value = "EX01.xml")
  void a_place_that_cannot_be_written_to_is_told(RecordMojo record) {
    record.setLog(told);

    assertThatThrownBy(record::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("EX01.xml");
  }
}
