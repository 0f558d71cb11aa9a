package org.relaycheck.remedy;

import java.util.List;
import org.relaycheck.drift.Finding;

/** Knows how resources of one kind are mended by a script. */
public interface Remediator {

  /** The kind's key in a policy. */
  String kind();

  /** The shape of the scripts that the kind's steps stand in. */
  Form form();

  /**
   * How a host's resources are mended.
   *
   * @param findings those of the kind and the host that have a repair, sorted; at least one
   */
  Mending mend(Host host, List<Finding> findings);
}
