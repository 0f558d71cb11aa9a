/** Goes through each connection step by step and says what to do. */
@NullMarked
package org.relaycheck.goal.doctor;

import org.jspecify.annotations.NullMarked;
