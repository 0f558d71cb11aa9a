/** Compares a policy with the hosts that it speaks of. */
@NullMarked
package org.relaycheck.goal.check;

import org.jspecify.annotations.NullMarked;
