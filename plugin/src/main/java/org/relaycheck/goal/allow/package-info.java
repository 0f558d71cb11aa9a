/**
 * Lets an address relay, or no longer: edits the policy, and says what that means for the servers.
 */
@NullMarked
package org.relaycheck.goal.allow;

import org.jspecify.annotations.NullMarked;
