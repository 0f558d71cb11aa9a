/**
 * How languages of scripts spell literals and comments: the only place that quotes.
 *
 * <p>The package knows no setting, no procedure and no cmdlet; it knows what a scanner makes of
 * each character.
 */
@NullMarked
package org.relaycheck.dialect;

import org.jspecify.annotations.NullMarked;
