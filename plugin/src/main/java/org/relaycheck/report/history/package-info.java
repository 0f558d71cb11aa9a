/**
 * What earlier runs found, and what has become of it since. A run leaves a file of one line in a
 * folder; {@link org.relaycheck.report.history.RunHistory} reads and writes them, {@link
 * org.relaycheck.report.history.HistoryComparison} compares a run with them.
 */
@NullMarked
package org.relaycheck.report.history;

import org.jspecify.annotations.NullMarked;
