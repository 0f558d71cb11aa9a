/**
 * Files that hold what the program is expected to write, and how they are written anew; knows
 * nothing of the program.
 */
@NullMarked
package org.relaycheck.expected;

import org.jspecify.annotations.NullMarked;
