/**
 * Profiles of SQL Server Database Mail: the table of their settings, how they are asked and how
 * they are mended.
 *
 * <p>The package knows tables and procedures of msdb; it knows neither how a server is reached nor
 * how a policy is read.
 */
@NullMarked
package org.relaycheck.resource.mailprofiles;

import org.jspecify.annotations.NullMarked;
