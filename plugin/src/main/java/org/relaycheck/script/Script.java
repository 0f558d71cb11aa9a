package org.relaycheck.script;

/**
 * What fixes a host, and what undoes that.
 *
 * @param host its key in the connections
 * @param fileName the name of both files
 * @param fix the one text: ASCII, with CR LF
 * @param rollback the other
 */
public record Script(String host, String fileName, String fix, String rollback) {

  private static final int LAST_ASCII = 0x7E;

  public Script {
    requireAscii(fix);
    requireAscii(rollback);
  }

  /** Each tool takes other bytes for text; ASCII is the same to all of them. */
  private static void requireAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\r' && c != '\n' && (c < ' ' || c > LAST_ASCII)) {
        throw new IllegalArgumentException("a script is to be ASCII");
      }
    }
  }
}
