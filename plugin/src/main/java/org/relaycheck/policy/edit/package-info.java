/**
 * Policies that are written or changed: drafts as YAML, and edits of a text that keep its comments.
 */
@NullMarked
package org.relaycheck.policy.edit;

import org.jspecify.annotations.NullMarked;
