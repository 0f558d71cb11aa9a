/**
 * What is asked (statements of a policy) and what was found (readings of a host), each with its
 * address.
 *
 * <p>The package knows neither files nor servers: a policy reader makes the one half, a survey the
 * other, and {@code org.relaycheck.compare} compares them.
 */
@NullMarked
package org.relaycheck.state;

import org.jspecify.annotations.NullMarked;
