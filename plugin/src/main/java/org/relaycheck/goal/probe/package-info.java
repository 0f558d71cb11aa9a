/** Tries the connectors of a policy over SMTP, or writes the script that does so elsewhere. */
@NullMarked
package org.relaycheck.goal.probe;

import org.jspecify.annotations.NullMarked;
