/** Rules about a mail account and the receive connector that answers it. */
@NullMarked
package org.relaycheck.rule.delivery;

import org.jspecify.annotations.NullMarked;
