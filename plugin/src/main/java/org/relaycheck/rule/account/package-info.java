/** Rules that a mail account, a profile or an instance keeps by itself. */
@NullMarked
package org.relaycheck.rule.account;

import org.jspecify.annotations.NullMarked;
