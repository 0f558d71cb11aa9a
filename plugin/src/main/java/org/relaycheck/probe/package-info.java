/**
 * From a policy to what is to be tried over SMTP, and from what came back to what it proves.
 *
 * <p>The package knows which setting shows on the wire, and how. It knows neither how a line is
 * opened nor how a result is told.
 */
@NullMarked
package org.relaycheck.probe;

import org.jspecify.annotations.NullMarked;
