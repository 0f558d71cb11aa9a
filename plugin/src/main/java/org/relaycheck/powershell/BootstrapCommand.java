package org.relaycheck.powershell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The one command that is ever executed: it reads a script from standard input, checks that it
 * arrived whole, and runs it.
 *
 * <p>It consists of letters, digits and {@code + / = . -} only, so that cmd, PowerShell and a POSIX
 * shell hand it on unchanged, and stays far below the 8191 characters that cmd allows.
 */
public final class BootstrapCommand {

  /** The program, by the name that both Windows and a stand-in on a test's PATH have. */
  public static final String PROGRAM = "powershell.exe";

  /**
   * What the command does, for Windows PowerShell 2.0 and later. It must not mention the automatic
   * variable for pipeline input: PowerShell would then read standard input itself. SHA-1 is what
   * .NET 2.0 offers under a FIPS policy; it finds damage, SSH itself keeps strangers out.
   */
  public static final String SCRIPT =
      "$ErrorActionPreference='Stop';$ProgressPreference='SilentlyContinue';$n='-';try{"
          + "$i=[Console]::In;$h=(''+$i.ReadLine()).Split(' ');"
          + "if($h[0] -ne 'RELAY1'){throw 'payload damaged in transit: no header arrived'};"
          + "$n=$h[1];$s=''+$i.ReadLine();$p=''+$i.ReadLine();$w=''+$i.ReadLine();"
          + "$b=[Text.Encoding]::ASCII.GetBytes($s+' '+$p+' '+$w);"
          + "$x=[BitConverter]::ToString((New-Object"
          + " Security.Cryptography.SHA1CryptoServiceProvider).ComputeHash($b)).Replace('-','');"
          + "if($x -ne $h[2]){throw ('payload damaged in transit: '+$b.Length+' characters arrived')};"
          + "& ([ScriptBlock]::Create([Text.Encoding]::UTF8.GetString("
          + "[Convert]::FromBase64String($s)))) $n $p $w;exit 0}"
          + "catch{[Console]::Out.WriteLine('RELAY-FAIL '+$n+' '+"
          + "[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes(''+$_)));exit 97}";

  /** The program with its arguments, one by one. */
  public static final List<String> ARGUMENTS =
      List.of(
          PROGRAM,
          "-NoLogo",
          "-NoProfile",
          "-NonInteractive",
          "-ExecutionPolicy",
          "Bypass",
          "-EncodedCommand",
          Base64.getEncoder().encodeToString(SCRIPT.getBytes(StandardCharsets.UTF_16LE)));

  /** The same as one line. */
  public static final String COMMAND = String.join(" ", ARGUMENTS);

  private BootstrapCommand() {}
}
