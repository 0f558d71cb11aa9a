package org.relaycheck.rule;

import java.util.Optional;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.landscape.Landscape;
import org.relaycheck.landscape.Server;
import org.relaycheck.landscape.ServerResource;
import org.relaycheck.landscape.input.NotKnownException;

/**
 * A rule that each resource of one kind of which the policy speaks keeps by itself. It is about the
 * first of its inputs.
 */
public interface ResourceRule extends Rule {

  /** The kind. */
  Catalogue kind();

  /** The breach of a resource of the kind, if there is one. */
  Optional<RuleBreach> breachOf(ServerResource resource) throws NotKnownException;

  @Override
  default void judge(Landscape landscape, RuleResult result) {
    for (Server server : landscape.servers()) {
      for (ServerResource resource : server.compared(kind())) {
        result.of(resource, facts().inputs().get(0), () -> breachOf(resource));
      }
    }
  }
}
