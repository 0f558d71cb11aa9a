/** Writes what would fix drift, or accept it: scripts, edits of the policy, waivers. */
@NullMarked
package org.relaycheck.goal.remediate;

import org.jspecify.annotations.NullMarked;
