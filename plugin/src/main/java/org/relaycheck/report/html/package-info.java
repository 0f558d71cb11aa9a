/** How a page of HTML is written: everything escaped, and what it needs in the page itself. */
@NullMarked
package org.relaycheck.report.html;

import org.jspecify.annotations.NullMarked;
