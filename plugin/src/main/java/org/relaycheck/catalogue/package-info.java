/**
 * What is known about settings: rows, and tables of rows.
 *
 * <p>A row knows everything about one setting, and nothing else in the program knows any setting by
 * its text. The package knows neither policies nor servers, and no particular setting: the tables
 * are in {@code org.relaycheck.kind}.
 */
@NullMarked
package org.relaycheck.catalogue;

import org.jspecify.annotations.NullMarked;
