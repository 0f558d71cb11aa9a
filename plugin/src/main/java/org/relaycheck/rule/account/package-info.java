/** Rules that a mail account keeps by itself. */
@NullMarked
package org.relaycheck.rule.account;

import org.jspecify.annotations.NullMarked;
