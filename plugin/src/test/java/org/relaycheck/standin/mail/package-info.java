/**
 * Mail servers for tests, on loopback: one that acts as Exchange, one that says what it is told.
 */
@NullMarked
package org.relaycheck.standin.mail;

import org.jspecify.annotations.NullMarked;
