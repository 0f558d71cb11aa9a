package org.relaycheck.rule;

import java.util.Optional;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.landscape.NotKnown;
import org.relaycheck.landscape.Resource;
import org.relaycheck.landscape.Server;

/**
 * A rule that each resource of one kind of which the policy speaks keeps by itself. It is about the
 * first of its inputs.
 */
public interface ResourceRule extends Rule {

  /** The kind. */
  Catalogue kind();

  /** The breach of a resource of the kind, if there is one. */
  Optional<Breach> breachOf(Resource resource) throws NotKnown;

  @Override
  default void judge(Landscape landscape, Ruling ruling) {
    for (Server server : landscape.servers()) {
      for (Resource resource : server.compared(kind())) {
        ruling.of(resource, facts().inputs().get(0), () -> breachOf(resource));
      }
    }
  }
}
