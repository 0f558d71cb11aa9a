/**
 * Exchange receive connectors: the table of their settings and what is known of connectors that
 * Exchange setup made.
 *
 * <p>The package knows the cmdlets' parameters by their names; it knows neither how a server is
 * reached nor how a policy is read.
 */
@NullMarked
package org.relaycheck.kind.receiveconnectors;

import org.jspecify.annotations.NullMarked;
