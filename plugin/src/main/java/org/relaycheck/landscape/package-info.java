/**
 * The mail flow, once: servers, receive connectors, mail accounts, who answers whom, and what a
 * client gets.
 *
 * <p>A {@link org.relaycheck.landscape.Landscape} is what was observed, what a policy states, or
 * what would be there once its fixes are written; who asks it need not know which. Each fact of
 * Exchange and Database Mail stands here once, with its source. What is not known is {@link
 * org.relaycheck.landscape.input.Known.Unknown}, or stops the question with {@link
 * org.relaycheck.landscape.input.NotKnownException}: nothing is taken for fine because it is
 * unread.
 */
@NullMarked
package org.relaycheck.landscape;

import org.jspecify.annotations.NullMarked;
