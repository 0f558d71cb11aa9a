/**
 * What one SQL Server's Database Mail has once: its parameters, and whether it runs.
 *
 * <p>The package knows tables of msdb; it knows neither how a server is reached nor how a policy is
 * read.
 */
@NullMarked
package org.relaycheck.resource.mailsettings;

import org.jspecify.annotations.NullMarked;
