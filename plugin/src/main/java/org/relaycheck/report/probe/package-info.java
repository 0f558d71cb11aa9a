/** Probes, in every format, and the folder that they are written to. */
@NullMarked
package org.relaycheck.report.probe;

import org.jspecify.annotations.NullMarked;
