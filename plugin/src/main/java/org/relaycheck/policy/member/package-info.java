/**
 * Who answers for single members of sets: said beside them, or listed in a file of their own.
 *
 * <p>The package knows no operator and no row; it takes what is said out of a setting, so that the
 * rest reads as if nothing were said.
 */
@NullMarked
package org.relaycheck.policy.member;

import org.jspecify.annotations.NullMarked;
