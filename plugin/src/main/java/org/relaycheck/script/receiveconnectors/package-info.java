/**
 * Scripts that fix receive connectors, and what no script may do to one ({@code ScriptRefusal}).
 *
 * <p>The package knows the cmdlets; how a value is spelled is {@code dialect}'s to know.
 */
@NullMarked
package org.relaycheck.script.receiveconnectors;

import org.jspecify.annotations.NullMarked;
