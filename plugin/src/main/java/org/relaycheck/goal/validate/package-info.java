/** Reads a policy and its connections, without any host. */
@NullMarked
package org.relaycheck.goal.validate;

import org.jspecify.annotations.NullMarked;
