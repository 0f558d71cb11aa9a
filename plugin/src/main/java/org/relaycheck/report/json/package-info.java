/** Runs for machines. */
@NullMarked
package org.relaycheck.report.json;

import org.jspecify.annotations.NullMarked;
