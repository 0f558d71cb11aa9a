/**
 * What to try over SMTP, and what came back.
 *
 * <p>The package knows the protocol's commands and a port to lines on which they are said. It knows
 * no policy, no connector and no mail library, and judges nothing.
 */
@NullMarked
package org.relaycheck.probe.wire;

import org.jspecify.annotations.NullMarked;
