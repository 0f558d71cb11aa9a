/**
 * Drift as scripts: which findings become a script of which host, in what order, under what header.
 *
 * <p>The package knows no kind of resource, no file and no server; a {@link
 * org.relaycheck.script.KindRemediator} knows how its kind is fixed, and {@code
 * org.relaycheck.dialect} how a value is spelled.
 */
@NullMarked
package org.relaycheck.script;

import org.jspecify.annotations.NullMarked;
