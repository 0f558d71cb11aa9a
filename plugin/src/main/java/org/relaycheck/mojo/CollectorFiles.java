package org.relaycheck.mojo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.relaycheck.mojo.output.LogPrinter;
import org.relaycheck.powershell.CollectorScript;
import org.relaycheck.report.OutputFolder;

/**
 * The scripts that an administrator runs or schedules where this plugin cannot log in.
 *
 * @param output the output folder
 */
record CollectorFiles(Path output) {

  private static final String FOLDER = "collector";
  private static final String EXCHANGE = "collect-receive-connectors.ps1";
  private static final String SQL_SERVER = "record-database-mail.sql";

  void write(LogPrinter printer) {
    OutputFolder folder = new OutputFolder(output);
    folder.write(FOLDER + "/" + EXCHANGE, out -> out.write(CollectorScript.standAlone()));
    folder.write(
        FOLDER + "/" + SQL_SERVER, out -> out.write(resource("/META-INF/relay/" + SQL_SERVER)));
    Path to = output.resolve(FOLDER);
    printer.answer(
        "For Exchange: " + to.resolve(EXCHANGE) + "; run it with -Out and the path of a file");
    printer.answer("For SQL Server: " + to.resolve(SQL_SERVER) + "; its head says how to run it");
    printer.answer(
        "Name the files as 'recorded' in the connections, or let a powershell entry 'fetch' them");
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(CollectorFiles.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
