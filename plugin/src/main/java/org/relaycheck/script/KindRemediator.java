package org.relaycheck.script;

import java.util.List;
import org.relaycheck.compare.Finding;

/** Knows how resources of one kind are fixed by a script. */
public interface KindRemediator {

  /** The kind's key in a policy. */
  String kind();

  /** The shape of the scripts that the kind's steps stand in. */
  ScriptForm form();

  /**
   * How a host's resources are fixed.
   *
   * @param findings those of the kind and the host that have a repair, sorted; at least one
   */
  KindRemediation remediation(ScriptHost host, List<Finding> findings);
}
