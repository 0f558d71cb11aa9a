/**
 * The shapes that values have: raw text in, canonical value, literal out.
 *
 * <p>Text of a policy and text of a live answer go through the same {@link
 * org.relaycheck.value.ValueType#read}, so two spellings of one meaning become equal values and
 * nothing outside this package compares text. The package knows no setting, no system and no file.
 */
@NullMarked
package org.relaycheck.value;

import org.jspecify.annotations.NullMarked;
