package org.relaycheck.script.receiveconnectors;

import java.util.Optional;
import org.relaycheck.catalogue.Product;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.Version;
import org.relaycheck.script.ScriptHost;

/**
 * What is known of the server that a script is for.
 *
 * @param name its own name
 * @param version empty if the answer does not tell
 * @param role upper case; empty if the answer does not tell
 * @param controller the domain controller that answered; empty if none did, or several
 */
record ScriptServer(
    String name, Optional<Version> version, Optional<String> role, Optional<String> controller) {

  private static final String CONTROLLER = "DomainController";

  static ScriptServer of(ScriptHost host) {
    var facts = host.state().facts();
    return new ScriptServer(
        host.server(),
        Product.EXCHANGE.version(facts),
        Product.EXCHANGE.role(facts),
        Optional.ofNullable(facts.get(CONTROLLER)).filter(name -> !name.contains(",")));
  }

  boolean edge() {
    return role.filter("EDGE"::equals).isPresent();
  }

  /** Whether its version and role have a setting, as far as they are known. */
  boolean has(Property<?> row) {
    return row.facts().validity().lacking(version, role).isEmpty();
  }
}
