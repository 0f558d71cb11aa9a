/** Turns what hosts have into a policy that holds of them. */
@NullMarked
package org.relaycheck.goal.export;

import org.jspecify.annotations.NullMarked;
