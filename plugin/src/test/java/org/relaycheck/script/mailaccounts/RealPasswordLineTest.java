package org.relaycheck.script.mailaccounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.standin.network.ExchangeShell;
import org.relaycheck.standin.tsql.Msdb;
import org.relaycheck.standin.tsql.Session;

/** The line that a script prints for its password, in a real PowerShell, and what comes of it. */
@Timeout(300)
class RealPasswordLineTest {

  private static final String BEFORE_IT = "sets the variable: ";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a'b\"c`d $x $(1) %PATH% \\",
        "\u00e4\u00d6\u00df \u2019\u201c \u20ac",
        "\ud83d\udd11 \u0130\u0131 \u0001!",
        "--*/;GO"
      })
  void the_digits_are_those_of_utf_16_and_give_the_password_to_the_account(String password)
      throws Exception {
    Msdb msdb = new Msdb(Workshop.SERVER).account("A", Workshop.plain());
    Workshop basic =
        new Workshop(msdb)
            .wants(
                "A",
                Workshop.is(MailAccountRows.AUTH, "basic"),
                Workshop.is(MailAccountRows.USERNAME, "erp"));
    String fix = basic.script().fix();

    String variable = asked(printed(fix), password);

    assertThat(variable).isEqualTo("0x" + digits(password));
    Session session = basic.given(fix, variable);
    assertThat(session.errors()).isEmpty();
    assertThat(msdb.secret("A")).isEqualTo(password);
  }

  /** The line as a person would copy it from the head of the script. */
  private static String printed(String fix) {
    String line = fix.lines().filter(one -> one.contains(BEFORE_IT)).findFirst().orElseThrow();
    return line.substring(line.indexOf(BEFORE_IT) + BEFORE_IT.length());
  }

  private static String digits(String password) {
    StringBuilder digits = new StringBuilder();
    for (byte one : password.getBytes(StandardCharsets.UTF_16LE)) {
      digits.append(String.format("%02X", one));
    }
    return digits.toString();
  }

  /** Runs the line with somebody who types the password, and tells the variable. */
  private String asked(String line, String password) throws Exception {
    String bytes = Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_16LE));
    String script =
        String.join(
            "\r\n",
            "function Get-Credential($UserName) {",
            "  $typed = New-Object Security.SecureString",
            "  $bytes = [Convert]::FromBase64String('" + bytes + "')",
            "  [Text.Encoding]::Unicode.GetChars($bytes) | ForEach-Object { $typed.AppendChar($_) }",
            "  New-Object Management.Automation.PSCredential($UserName, $typed)",
            "}",
            "Set-StrictMode -Version 2.0",
            "$ErrorActionPreference = 'Stop'",
            line,
            "[Console]::Out.Write($env:password_hex_A)",
            "");
    Path file = Files.writeString(folder.resolve("line.ps1"), script, StandardCharsets.US_ASCII);
    Process process =
        new ProcessBuilder(
                ExchangeShell.engine(),
                "-NoProfile",
                "-NonInteractive",
                "-ExecutionPolicy",
                "Bypass",
                "-File",
                file.toString())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
