/** Scripts that fix the parameters of Database Mail, and start its queue. */
@NullMarked
package org.relaycheck.script.mailsettings;

import org.jspecify.annotations.NullMarked;
