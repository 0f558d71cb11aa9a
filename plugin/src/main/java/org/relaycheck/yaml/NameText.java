package org.relaycheck.yaml;

import org.relaycheck.state.Place;

/** How names are told apart, and told to people. */
public final class NameText {

  private NameText() {}

  public static String differOnlyInCase(String here, String there, Place place) {
    return "'"
        + here
        + "' and '"
        + there
        + "' at "
        + place
        + " differ only in case, so they are one; keep one spelling";
  }
}
