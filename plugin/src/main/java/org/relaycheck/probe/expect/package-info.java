/** How what a policy says shows on the wire, and what a reply proves of it. */
@NullMarked
package org.relaycheck.probe.expect;

import org.jspecify.annotations.NullMarked;
