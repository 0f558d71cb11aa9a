/**
 * What the files of a policy say, section by section, before it is put together.
 *
 * <p>{@code IncludeReader} finds the files, {@code FileSections} takes each apart, a reader a
 * section does the rest; {@code LineReader} reads settings, {@code ExpectationReader} what one must
 * be, {@code ValueReader} a value by its row. The types of the catalogue read the text.
 */
@NullMarked
package org.relaycheck.policy.read;

import org.jspecify.annotations.NullMarked;
