/**
 * The file that says which drift a site accepts until when, and which hosts it does not ask for a
 * time, read and written.
 */
@NullMarked
package org.relaycheck.waivers;

import org.jspecify.annotations.NullMarked;
