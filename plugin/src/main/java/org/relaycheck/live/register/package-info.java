/**
 * The list of servers that a central management server of SQL Server keeps: {@link
 * org.relaycheck.live.register.ServerRegister} is the port, {@link
 * org.relaycheck.live.register.RegisteredServers} the answer.
 */
@NullMarked
package org.relaycheck.live.register;

import org.jspecify.annotations.NullMarked;
