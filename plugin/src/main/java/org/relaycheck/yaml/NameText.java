package org.relaycheck.policy;

import org.relaycheck.state.Place;

/** How names are told apart, and told to people. */
final class Names {

  private Names() {}

  static String differOnlyInCase(String here, String there, Place place) {
    return "'"
        + here
        + "' and '"
        + there
        + "' at "
        + place
        + " differ only in case, so they are one; keep one spelling";
  }
}
