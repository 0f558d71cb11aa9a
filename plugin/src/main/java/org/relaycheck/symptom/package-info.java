/**
 * From a symptom to a cause: what the text of a log says, what may be behind it, and how the values
 * of the servers speak for or against each cause.
 *
 * <p>The package knows no file, no server, no clock and no output format; what it knows of replies
 * and causes stands in two tables.
 */
@NullMarked
package org.relaycheck.symptom;

import org.jspecify.annotations.NullMarked;
