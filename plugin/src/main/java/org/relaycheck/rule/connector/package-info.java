/** Rules that a receive connector keeps by itself, or among those of its server. */
@NullMarked
package org.relaycheck.rule.connector;

import org.jspecify.annotations.NullMarked;
