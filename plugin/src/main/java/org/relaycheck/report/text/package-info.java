/** Text as it may be shown: of servers and files, in columns, in Markdown, on a console's line. */
@NullMarked
package org.relaycheck.report.text;

import org.jspecify.annotations.NullMarked;
