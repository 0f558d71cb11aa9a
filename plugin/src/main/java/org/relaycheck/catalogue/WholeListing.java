package org.relaycheck.catalogue;

import java.util.regex.Pattern;

/**
 * The command with which PowerShell lists the receive connectors of a server and leaves nothing
 * out: else a list ends after 16 elements, and a line at the width of the window.
 *
 * <p>Source: Microsoft's pages about_Preference_Variables ({@code $FormatEnumerationLimit}) and
 * Out-File ({@code -Width}).
 */
public final class WholeListing {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

  private WholeListing() {}

  /** On one line; of a server whose name would need quotes, that of an example. */
  public static String of(String server) {
    String name = PLAIN.matcher(server).matches() ? server : "EX01";
    return "$FormatEnumerationLimit = -1; Get-ReceiveConnector -Server "
        + name
        + " | Format-List | Out-File -Encoding UTF8 -Width 4096 "
        + name
        + ".txt";
  }
}
