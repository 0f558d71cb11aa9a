package org.relaycheck.standin.powershell;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Variables: a function sees those of its callers and sets only its own. */
final class Scope {

  private final Scope caller;
  private final Map<String, Object> own = new HashMap<>();

  Scope(Scope caller) {
    this.caller = caller;
  }

  Object get(String name) {
    String key = name.toUpperCase(Locale.ROOT);
    for (Scope scope = this; scope != null; scope = scope.caller) {
      if (scope.own.containsKey(key)) {
        return scope.own.get(key);
      }
    }
    throw new Strange("the variable $" + name + " is not set");
  }

  void set(String name, Object value) {
    own.put(name.toUpperCase(Locale.ROOT), value);
  }
}
