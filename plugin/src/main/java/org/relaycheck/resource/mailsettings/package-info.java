/**
 * What one SQL Server's Database Mail has once, which is its parameters and whether it runs: the
 * table of these settings, how they are asked and how they are mended.
 *
 * <p>The package knows tables and procedures of msdb; it knows neither how a server is reached nor
 * how a policy is read.
 */
@NullMarked
package org.relaycheck.resource.mailsettings;

import org.jspecify.annotations.NullMarked;
