/**
 * Findings as text, one class a format, and the folder that they are written to.
 *
 * <p>The package judges nothing: verdicts, severities and the outcome come from {@code
 * org.relaycheck.compare}. It knows neither servers nor Maven, and prints nothing itself.
 */
@NullMarked
package org.relaycheck.report;

import org.jspecify.annotations.NullMarked;
