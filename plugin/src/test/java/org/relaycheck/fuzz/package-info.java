/** Files that nobody would write by intention, put to everything that reads a file of a user. */
@NullMarked
package org.relaycheck.fuzz;

import org.jspecify.annotations.NullMarked;
