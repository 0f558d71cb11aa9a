/** What a goal prints, and where: Maven's log, what the console can show, notices of a pipeline. */
@NullMarked
package org.relaycheck.mojo.output;

import org.jspecify.annotations.NullMarked;
