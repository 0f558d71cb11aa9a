/**
 * A SQL Server that is not one: it speaks TDS 7.4 and 8.0 to the real driver and answers from a
 * script. It knows the wire and nothing of Database Mail.
 */
@NullMarked
package org.relaycheck.standin.tds;

import org.jspecify.annotations.NullMarked;
