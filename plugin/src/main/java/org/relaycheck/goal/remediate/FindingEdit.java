package org.relaycheck.goal.remediate;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.relaycheck.compare.Finding;
import org.relaycheck.policy.edit.PolicyChanges;

/** An edit of one policy file that is to close some findings; each is like itself alone. */
final class FindingEdit {

  private final List<Finding> findings;
  private final Path file;
  private final List<String> entry;
  private final Predicate<PolicyChanges> change;

  /**
   * An edit.
   *
   * @param findings which it is to close
   * @param file where
   * @param entry what it touches, by the keys that lead there
   * @param change of the file; false where its text has no place for it
   */
  FindingEdit(
      List<Finding> findings, Path file, List<String> entry, Predicate<PolicyChanges> change) {
    this.findings = List.copyOf(findings);
    this.file = file;
    this.entry = List.copyOf(entry);
    this.change = change;
  }

  List<Finding> findings() {
    return findings;
  }

  Path file() {
    return file;
  }

  List<String> entry() {
    return entry;
  }

  /** Makes the change; false where the text has no place for it. */
  boolean on(PolicyChanges changes) {
    return change.test(changes);
  }
}
