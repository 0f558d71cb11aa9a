/**
 * Accounts of SQL Server Database Mail: the table of their settings and how they are asked.
 *
 * <p>The package knows tables and procedures of msdb; it knows neither how a server is reached nor
 * how a policy is read.
 */
@NullMarked
package org.relaycheck.kind.mailaccounts;

import org.jspecify.annotations.NullMarked;
