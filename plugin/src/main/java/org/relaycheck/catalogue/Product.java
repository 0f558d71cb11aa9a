package org.relaycheck.catalogue;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The system that a kind of resource belongs to, and the facts of a host that tell its version and
 * role.
 */
public enum Product {
  EXCHANGE("Exchange", "ExchangeVersion", "ServerRole"),
  SQL_SERVER("SQL Server", "ProductVersion", "EngineEdition");

  private final String title;
  private final String versionFact;
  private final String roleFact;

  Product(String title, String versionFact, String roleFact) {
    this.title = title;
    this.versionFact = versionFact;
    this.roleFact = roleFact;
  }

  public String title() {
    return title;
  }

  /** The version, if the facts tell it. */
  public Optional<Version> version(Map<String, String> facts) {
    return Optional.ofNullable(facts.get(versionFact)).flatMap(Version::parse);
  }

  /** The role in upper case, if the facts tell it. */
  public Optional<String> role(Map<String, String> facts) {
    return Optional.ofNullable(facts.get(roleFact)).map(role -> role.toUpperCase(Locale.ROOT));
  }
}
