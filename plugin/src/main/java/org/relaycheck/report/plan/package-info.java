/**
 * The plan that scripts follow, for people who have to agree to it first: on the console, and as a
 * page beside the scripts. What a plan is, {@code script} knows.
 */
@NullMarked
package org.relaycheck.report.plan;

import org.jspecify.annotations.NullMarked;
