/**
 * What must hold between settings and between systems: one class a rule, named by the rule's id,
 * and one line for it in {@link org.relaycheck.rule.Rules}.
 *
 * <p>A rule sees a {@link org.relaycheck.landscape.Landscape} and nothing else: it knows neither
 * files nor servers, nor whether the world is the one that was observed, the one that the policy's
 * fixes would leave, or the policy's own words. It names rows by their constants, and what is not
 * known stops it, so that it cannot hold because something is unread.
 */
@NullMarked
package org.relaycheck.rule;

import org.jspecify.annotations.NullMarked;
