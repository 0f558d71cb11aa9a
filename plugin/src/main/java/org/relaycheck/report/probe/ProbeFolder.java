package org.relaycheck.report.probe;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.report.file.OutputException;
import org.relaycheck.report.file.OutputFile;

/** What a probe writes, beside what a check has written: neither deletes the other's. */
public final class ProbeFolder {

  /** The name of the script to run where the mail comes from. */
  public static final String SCRIPT = "probe.ps1";

  private static final String JSON = "probe.json";
  private static final String MARKDOWN = "probe.md";

  private final Path folder;
  private final OutputFolder output;

  public ProbeFolder(Path folder) {
    this.folder = folder;
    this.output = new OutputFolder(folder);
  }

  /** What a former run measured; asked for before {@link #clear}. */
  public SortedMap<String, LoadRates> former() {
    return FormerProbe.read(folder.resolve(JSON));
  }

  /**
   * Deletes what the last probe wrote.
   *
   * @throws OutputException with the path and what to do
   */
  public void clear() {
    List.of(JSON, MARKDOWN, SCRIPT).forEach(name -> new OutputFile(folder.resolve(name)).delete());
  }

  /**
   * Writes the reports.
   *
   * @throws OutputException with the path and what to do
   */
  public void write(ProbeRun run) {
    output.write(MARKDOWN, out -> ProbeMarkdown.write(run, out));
    output.write(JSON, out -> ProbeJson.write(run, out));
  }

  /**
   * Writes the script.
   *
   * @throws OutputException with the path and what to do
   */
  public void write(String script) {
    output.write(SCRIPT, out -> out.write(script));
  }
}
