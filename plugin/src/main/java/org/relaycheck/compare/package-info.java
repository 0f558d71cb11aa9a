/**
 * The pure comparison of what is asked with what was found: matching, selecting, waiving.
 *
 * <p>The package knows no file, no server, no clock and no output format.
 */
@NullMarked
package org.relaycheck.compare;

import org.jspecify.annotations.NullMarked;
