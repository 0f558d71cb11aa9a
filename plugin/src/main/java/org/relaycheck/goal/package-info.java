/**
 * The use cases: what a goal does, without Maven.
 *
 * <p>Ports come in from outside; the package knows no adapter and no way to ask a user.
 */
@NullMarked
package org.relaycheck.goal;

import org.jspecify.annotations.NullMarked;
