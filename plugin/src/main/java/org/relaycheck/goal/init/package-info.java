/**
 * Writes the first files of a folder that has none: {@link org.relaycheck.goal.init.Init}; a
 * template lies in {@code META-INF/relay/init}. Knows no setting: what servers have is put into
 * words by {@code goal.export}.
 */
@NullMarked
package org.relaycheck.goal.init;

import org.jspecify.annotations.NullMarked;
