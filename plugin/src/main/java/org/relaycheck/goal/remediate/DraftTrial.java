package org.relaycheck.engine;

import java.nio.file.Path;
import java.util.Map;
import org.relaycheck.drift.Drift;
import org.relaycheck.policy.PolicyException;

/** What comparing the hosts' answers with a policy would give if some of its files were drafts. */
interface Trial {

  /**
   * Reads and compares.
   *
   * @param drafts by absolute path, the texts that stand for what the files hold
   */
  Drift of(Map<Path, String> drafts) throws PolicyException;
}
