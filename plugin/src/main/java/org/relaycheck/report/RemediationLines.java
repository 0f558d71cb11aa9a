package org.relaycheck.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.relaycheck.report.plan.PlanPage;

/**
 * What a run wrote into its folder, a line each for the console.
 *
 * @param files their names, sorted
 * @param root where the patch is to be applied
 */
public record RemediationLines(Collection<String> files, Path root) {

  /** More names than anybody reads. */
  private static final int MOST = 5;

  public RemediationLines {
    files = List.copyOf(files);
  }

  /**
   * The lines.
   *
   * @param run the folder
   * @param inTarget whether {@code mvn clean} deletes it
   * @param drift whether there is something to do
   */
  public List<String> told(Path run, boolean inTarget, boolean drift) {
    List<String> lines = new ArrayList<>();
    if (files.contains(PlanPage.FILE)) {
      lines.add("Wrote " + PlanPage.FILE + ", the whole plan and how to run the scripts");
    }
    lines.addAll(scripts());
    files.stream()
        .filter(List.of(RemediationFolder.STUBS, RemediationFolder.SNAPSHOT)::contains)
        .forEach(name -> lines.add("Wrote " + name));
    if (files.contains(RemediationFolder.ADOPTION)) {
      lines.add("Wrote " + RemediationFolder.ADOPTION + ", for git apply in " + root);
    }
    lines.add("All of that is in " + run + ", which no goal deletes");
    if (inTarget) {
      lines.add(
          "mvn clean deletes it with target: keep it until nothing is to be rolled back, or write"
              + " it elsewhere: \"-Drelay.remediationDirectory=remediation\"");
    }
    if (drift) {
      String snapshot = RemediationFolder.SNAPSHOT;
      String next =
          files.contains(snapshot)
              ? "Put " + run + "/" + snapshot + " beside the policy as relay-waivers.yaml"
              : "Read the plan, have the scripts run";
      lines.add(next + ", then:");
      lines.add("  mvn relay:check");
    }
    return lines;
  }

  private List<String> scripts() {
    List<String> rollbacks =
        files.stream().filter(name -> name.startsWith(RemediationFolder.ROLLBACK)).toList();
    List<String> lines = new ArrayList<>();
    for (String rollback : rollbacks.subList(0, Math.min(MOST, rollbacks.size()))) {
      String script = rollback.substring(RemediationFolder.ROLLBACK.length());
      lines.add("Wrote " + script + " and " + rollback);
    }
    if (rollbacks.size() > MOST) {
      lines.add("Wrote " + (rollbacks.size() - MOST) + " more, each with its rollback");
    }
    return lines;
  }
}
