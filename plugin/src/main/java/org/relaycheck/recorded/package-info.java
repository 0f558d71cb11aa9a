/**
 * Answers that are kept in files: our own records, and what PowerShell writes of receive
 * connectors.
 *
 * <p>The package finds the format by content, never throws for a bad file, and judges no value: it
 * hands on raw text by the system's own names.
 */
@NullMarked
package org.relaycheck.recorded;

import org.jspecify.annotations.NullMarked;
