/** Which adapter asks a host, and with which account of settings.xml. */
@NullMarked
package org.relaycheck.mojo.source;

import org.jspecify.annotations.NullMarked;
