/**
 * Exchange receive connectors: the table of their settings, how they are asked and how they are
 * mended.
 *
 * <p>The package knows the cmdlets by their names and parameters; it knows neither how a server is
 * reached nor how a policy is read.
 */
@NullMarked
package org.relaycheck.resource.receiveconnectors;

import org.jspecify.annotations.NullMarked;
