package org.relaycheck.rule;

import java.util.Optional;
import org.relaycheck.catalogue.Catalogue;

/**
 * A rule that each resource of one kind of which the policy speaks keeps by itself. It is about the
 * first of its inputs.
 */
interface ResourceRule extends Rule {

  /** The kind. */
  Catalogue kind();

  /** The breach of a resource, if there is one. */
  Optional<Breach> breach(Resource resource, Server server) throws NotKnown;

  @Override
  default void judge(World world, Ruling ruling) {
    for (Server server : world.servers()) {
      for (Resource resource : server.compared(kind())) {
        ruling.of(resource, facts().inputs().get(0), () -> breach(resource, server));
      }
    }
  }
}
