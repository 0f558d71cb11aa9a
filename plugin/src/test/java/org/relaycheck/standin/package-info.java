/**
 * What stands in for the systems that a build cannot have. Each knows one system and nothing of the
 * tests that use it; what it does not know fails, so that it never agrees by chance.
 *
 * <ul>
 *   <li>{@code exchange} is an organisation with its receive connectors and their access lists, as
 *       the cmdlets answer. Its settings, words and defaults are the catalogue's rows; what it
 *       refuses and forgets are its own. It is no Exchange: whether a real one takes what a script
 *       writes is told by the fact sheets that its rows cite, not by it.
 *   <li>{@code powershell} runs exactly the PowerShell that scripts use, as version 2.0 would. It
 *       is no PowerShell: where a real one is installed, tests run the same scripts in that one.
 *   <li>{@code tsql} is sqlcmd, an interpreter of exactly the T-SQL that scripts use, and msdb with
 *       what its procedures do. It is no SQL Server, and asks a parser of others about syntax.
 *   <li>{@code tds} is the wire of a SQL Server for the real driver, answered from a script. It
 *       knows nothing of Database Mail.
 *   <li>{@code mail} are mail servers on loopback: one that acts as Exchange, one that says what it
 *       is told, and a real Postfix where one is installed.
 *   <li>{@code network} is what goes wrong between a client and any of these, and the way to a real
 *       PowerShell with cmdlets of its own.
 * </ul>
 *
 * <p>What stands in for powershell.exe and for servers of SSH is in {@code
 * org.relaycheck.powershell} and {@code org.relaycheck.ssh} of the tests, because it speaks the
 * frames that only these packages know.
 */
@NullMarked
package org.relaycheck.standin;

import org.jspecify.annotations.NullMarked;
