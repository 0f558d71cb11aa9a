/** Rules that a receive connector keeps by itself. */
@NullMarked
package org.relaycheck.rule.connector;

import org.jspecify.annotations.NullMarked;
