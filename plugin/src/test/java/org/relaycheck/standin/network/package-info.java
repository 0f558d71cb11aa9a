/** What stands between a client and a peer in tests, and fails as networks do. */
@NullMarked
package org.relaycheck.standin.network;

import org.jspecify.annotations.NullMarked;
