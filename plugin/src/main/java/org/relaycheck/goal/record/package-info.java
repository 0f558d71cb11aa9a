/** Keeps what hosts answer as files that can be checked later. */
@NullMarked
package org.relaycheck.goal.record;

import org.jspecify.annotations.NullMarked;
