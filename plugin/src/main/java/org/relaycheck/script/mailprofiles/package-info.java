/** Scripts that fix mail profiles, through the procedures of msdb. */
@NullMarked
package org.relaycheck.script.mailprofiles;

import org.jspecify.annotations.NullMarked;
