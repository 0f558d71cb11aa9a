/**
 * What one SQL Server's Database Mail has once, which is its parameters, whether it runs, and its
 * log: the table of these settings and how they are asked.
 */
@NullMarked
package org.relaycheck.kind.mailsettings;

import org.jspecify.annotations.NullMarked;
