/**
 * From a sign to a cause: what may be behind what a text says, and how the facts of the mail flow
 * speak for or against each cause.
 *
 * <p>The package knows no file, no clock and no output format. Causes stand in tables by where they
 * lie ({@code *CauseRows}), and {@code SignCauseRows} says which sign leads to which. What servers,
 * connectors and accounts do is the landscape's to know: a cause says only how it weighs a fact.
 */
@NullMarked
package org.relaycheck.explain.cause;

import org.jspecify.annotations.NullMarked;
