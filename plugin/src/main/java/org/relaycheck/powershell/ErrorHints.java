package org.relaycheck.powershell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Error texts that are known, and what to do about each. */
final class ErrorHints {

  /** What a session that was opened with a key must be told. */
  static final String NO_NETWORK_CREDENTIALS =
      "Windows gives a session that was opened with a key no network credentials, so it cannot ask"
          + " Active Directory or another server: use a password for this powershell entry, or"
          + " let a scheduled"
          + " task run the collector and read its file with 'fetch'";

  /** The texts of Windows and Exchange for a session without network credentials. */
  private static final Pattern CREDENTIALS =
      pattern(
          "The supplied credential for|ADServerDownException|Unable to contact the server"
              + "|Active Directory operation failed on|Value cannot be null\\.\\s+Parameter name:"
              + " parameters|A specified logon session does not exist");

  private static final Pattern THROTTLED =
      pattern("maximum of [0-9]+ concurrent shells|user load quota of [0-9]+ requests");

  /** A directory counts these. */
  private static final Pattern REFUSED =
      pattern(
          "user name or password is incorrect|unknown user name or bad password|logon failure"
              + "|account is currently locked|account has been locked|password .{0,40}expired");

  /** A text and what to do about it. */
  private record Hint(Pattern text, String fix) {}

  private static final List<Hint> KNOWN =
      List.of(
          hint(
              THROTTLED,
              "other sessions of this account use up what Exchange allows: close them, wait, or use"
                  + " an account of its own"),
          hint(
              "names no domain",
              "name the user as Kerberos wants it, CORP\\reader or reader@corp.example: as"
                  + " <username> of the <server> in settings.xml, or where SSH needs the short"
                  + " name,"
                  + " <configuration><endpointUser>CORP\\reader</endpointUser></configuration>"
                  + " beside it"),
          hint(
              "did not open a session within",
              "the server of 'endpoint' is down, in maintenance or not reachable from there: name"
                  + " another Exchange server, and try there: Test-WSMan with its name"),
          hint(
              "loads its snap-ins into PowerShell 2\\.0",
              "use the endpoint: 'endpoint: http://ex01.corp.example/PowerShell/'; the collector"
                  + " runs with powershell.exe -Version 2.0, too"),
          hint(
              REFUSED,
              "check the username and password of the <server> in settings.xml, and whether the"
                  + " account is locked; it is not tried again in this run"),
          hint(
              "language mode|core types in this language|restricted language",
              "this machine runs only approved scripts: let a scheduled, signed collector write a"
                  + " file there, and read it with 'fetch'"),
          hint(
              "blocked by your antivirus|malicious content",
              "let a scheduled collector write a file there, and read it with 'fetch'"),
          hint(
              "payload damaged in transit",
              "run it again; if it happens again, update the OpenSSH server of that machine"),
          hint(
              "32-bit PowerShell",
              "install the 64-bit OpenSSH server there, or use the remoting endpoint"),
          hint(
              "no Exchange on this machine",
              "add 'endpoint: http://ex01.corp.example/PowerShell/' to the powershell entry,"
                  + " with the full name"
                  + " of one of your Exchange servers"),
          hint(
              "is not recognized as the name of a cmdlet|CommandNotFoundException",
              "the account lacks the role for this cmdlet: make it a member of View-Only"
                  + " Organization Management, or add 'edge: true' if it is an Edge server"),
          hint(
              "No snap-ins have been registered|is not installed on this",
              "the Exchange tools are not installed there: leave out 'snapin' and use 'endpoint'"),
          hint(
              "Access is denied|PSSessionOpenFailed|cannot connect|cannot process the request",
              "check the name of the endpoint, that the account may use remote PowerShell"
                  + " (Get-User | fl RemotePowerShellEnabled) and that it is a member of View-Only"
                  + " Organization Management"));

  private ErrorHints() {}

  /** What to do about an error text; empty if it is not known. */
  static Optional<String> fix(String text, boolean keyed) {
    if (keyed && CREDENTIALS.matcher(text).find()) {
      return Optional.of(NO_NETWORK_CREDENTIALS);
    }
    return KNOWN.stream()
        .filter(hint -> hint.text().matcher(text).find())
        .map(Hint::fix)
        .findFirst();
  }

  /** Whether Exchange refused only because too much was going on. */
  static boolean throttled(String text) {
    return THROTTLED.matcher(text).find();
  }

  /** Whether a login was refused, so that it must not be tried again. */
  static boolean refused(String text) {
    return REFUSED.matcher(text).find();
  }

  private static Hint hint(String text, String fix) {
    return hint(pattern(text), fix);
  }

  private static Hint hint(Pattern text, String fix) {
    return new Hint(text, fix);
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
  }
}
