/**
 * Puts together what files, templates, resources and baselines say about a setting, the stronger
 * over the weaker, and tells where equally strong ones differ.
 */
@NullMarked
package org.relaycheck.policy.merge;

import org.jspecify.annotations.NullMarked;
