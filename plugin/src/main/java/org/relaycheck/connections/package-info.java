/**
 * The file that says how each host is asked, read and written.
 *
 * <p>The package knows keys and their problems; it opens no connection.
 */
@NullMarked
package org.relaycheck.connections;

import org.jspecify.annotations.NullMarked;
