/**
 * Logs on their way in: what people paste becomes entries, and entries become what a log says.
 *
 * <p>The package knows the layouts of logs and no cause.
 */
@NullMarked
package org.relaycheck.explain.log;

import org.jspecify.annotations.NullMarked;
