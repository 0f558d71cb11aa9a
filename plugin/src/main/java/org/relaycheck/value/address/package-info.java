/** Sets and ranges of addresses, and what a connector listens on. */
@NullMarked
package org.relaycheck.value.address;

import org.jspecify.annotations.NullMarked;
