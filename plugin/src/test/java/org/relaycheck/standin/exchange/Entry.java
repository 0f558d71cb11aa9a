package org.relaycheck.standin.exchange;

/** An entry of a connector's access list. */
public record Entry(boolean allow, String sid, String right, boolean inherited) {

  String key() {
    return (allow + sid + right + inherited).toUpperCase(java.util.Locale.ROOT);
  }
}
