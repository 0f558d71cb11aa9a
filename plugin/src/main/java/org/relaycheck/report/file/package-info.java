/** Files of ours that are there as a whole or not at all, and whose they are. */
@NullMarked
package org.relaycheck.report.file;

import org.jspecify.annotations.NullMarked;
