/** Which adapter asks a host, with which account of settings.xml, and what beats while it does. */
@NullMarked
package org.relaycheck.mojo.source;

import org.jspecify.annotations.NullMarked;
