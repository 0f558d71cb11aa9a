/** The mail flow as it is drawn: what is equal but for its host is one, as on many servers. */
@NullMarked
package org.relaycheck.landscape.flow;

import org.jspecify.annotations.NullMarked;
