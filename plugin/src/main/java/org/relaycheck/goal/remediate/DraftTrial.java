package org.relaycheck.goal.remediate;

import java.nio.file.Path;
import java.util.Map;
import org.relaycheck.compare.ComparisonResult;
import org.relaycheck.yaml.PolicyException;

/** What comparing the hosts' answers with a policy would give if some of its files were drafts. */
interface DraftTrial {

  /**
   * Reads and compares.
   *
   * @param drafts by absolute path, the texts that stand for what the files hold
   */
  ComparisonResult of(Map<Path, String> drafts) throws PolicyException;
}
