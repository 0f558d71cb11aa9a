package org.relaycheck.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.relaycheck.drift.Finding;
import org.relaycheck.policy.PolicyText;

/**
 * An edit of one policy file that is to close some findings.
 *
 * @param findings which
 * @param file where
 * @param change of the file's text; empty where that has no place for it
 */
record Edit(List<Finding> findings, Path file, Function<PolicyText, Optional<PolicyText>> change) {

  Edit {
    findings = List.copyOf(findings);
  }

  Optional<Drafts> on(Drafts drafts) {
    return drafts.with(file, change);
  }
}
