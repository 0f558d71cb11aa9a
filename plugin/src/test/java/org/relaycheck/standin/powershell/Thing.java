package org.relaycheck.standin.powershell;

/**
 * An object with properties and a text.
 *
 * @param text what a cast to string gives
 * @param properties by name
 */
public record Thing(String text, Hash properties) {

  /** An object that is known by its properties only. */
  public static Thing of(Hash properties) {
    return new Thing("object", properties);
  }
}
