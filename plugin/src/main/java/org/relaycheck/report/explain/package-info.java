/** What {@code explain} has to say, as a page and for machines. */
@NullMarked
package org.relaycheck.report.explain;

import org.jspecify.annotations.NullMarked;
