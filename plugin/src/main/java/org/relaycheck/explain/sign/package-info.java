/**
 * What texts say: the words by which replies, events and errors are known, each with its source.
 *
 * <p>The package knows no log format, no cause and no server.
 */
@NullMarked
package org.relaycheck.explain.sign;

import org.jspecify.annotations.NullMarked;
