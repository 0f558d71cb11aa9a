/** Runs for the systems that build, beside the place in the policy that each finding is about. */
@NullMarked
package org.relaycheck.report.ci;

import org.jspecify.annotations.NullMarked;
