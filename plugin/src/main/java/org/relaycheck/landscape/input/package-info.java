/**
 * Where the landscape's settings come from: what was observed, what a policy states, or what would
 * be there once its fixes are written; and how what is not known is told.
 */
@NullMarked
package org.relaycheck.landscape.input;

import org.jspecify.annotations.NullMarked;
