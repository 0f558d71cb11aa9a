/** What a policy says about one setting, an operator each, and the value that would fulfil it. */
@NullMarked
package org.relaycheck.state.expectation;

import org.jspecify.annotations.NullMarked;
