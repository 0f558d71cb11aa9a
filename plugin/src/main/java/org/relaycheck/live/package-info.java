/**
 * Ports to live systems, and the survey that goes through them.
 *
 * <p>Adapters bring answers as raw text; here they become readings, by the rows of the catalogue.
 * The package knows no protocol and no file format.
 */
@NullMarked
package org.relaycheck.live;

import org.jspecify.annotations.NullMarked;
