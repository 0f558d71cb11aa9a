/** What is to be tried of which connector, and from where. */
@NullMarked
package org.relaycheck.probe.plan;

import org.jspecify.annotations.NullMarked;
