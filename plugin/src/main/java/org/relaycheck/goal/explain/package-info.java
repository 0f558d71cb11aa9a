/** Answers a question about a setting, a rule, a word of the policy, a symptom or a log. */
@NullMarked
package org.relaycheck.goal.explain;

import org.jspecify.annotations.NullMarked;
