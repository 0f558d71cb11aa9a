/**
 * The command {@code relay} of the archive that needs no Maven: turns its words into Maven's. It
 * knows neither goals nor parameters; the plugin does.
 */
@NullMarked
package org.relaycheck.standalone;

import org.jspecify.annotations.NullMarked;
