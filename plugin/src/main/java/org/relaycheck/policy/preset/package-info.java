/** The policies that come with the plugin, and what they say about a setting. */
@NullMarked
package org.relaycheck.policy.preset;

import org.jspecify.annotations.NullMarked;
