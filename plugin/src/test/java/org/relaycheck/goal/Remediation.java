package org.relaycheck.goal;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.relaycheck.goal.remediate.Remediate;
import org.relaycheck.report.CheckRun;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.report.RemediationFolder;

/**
 * What came of remediating, its files in memory.
 *
 * @param result what the use case gives
 * @param files the text of each file but the patch, by its name
 * @param patch the patch, or nothing
 */
public record Remediation(Remediate.Result result, SortedMap<String, String> files, String patch) {

  /** With stubs of waivers. */
  public static Remediation of(GoalPorts ports, GoalRequest request, Path root) {
    SortedMap<String, String> files = new TreeMap<>();
    return with(new Remediate(ports).run(request, root, into(files)), files);
  }

  public static Remediation snapshot(GoalPorts ports, GoalRequest request, Path root) {
    SortedMap<String, String> files = new TreeMap<>();
    return with(new Remediate(ports).snapshot(request, root, into(files)), files);
  }

  private static Remediation with(Remediate.Result result, SortedMap<String, String> files) {
    String patch = files.remove(RemediationFolder.ADOPTION);
    return new Remediation(result, files, patch == null ? "" : patch);
  }

  private static Remediate.Output into(SortedMap<String, String> files) {
    return (name, content) -> files.put(name, text(content));
  }

  private static String text(OutputFolder.Content content) {
    StringWriter out = new StringWriter();
    try {
      content.to(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toString();
  }

  public CheckRun run() {
    return result.run();
  }

  /** What no script does, a line each. */
  public List<String> byHand() {
    return result.plan().byHand().stream().map(one -> one.what() + ": " + one.why()).toList();
  }

  public List<String> notAdopted() {
    return result.notAdopted();
  }
}
