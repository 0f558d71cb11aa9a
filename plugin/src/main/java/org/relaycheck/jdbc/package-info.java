/**
 * Asks SQL Servers through Microsoft's driver: one connection and one round trip each.
 *
 * <p>The package knows logins, TLS, result sets and errors; it knows no kind of resource and sends
 * no text but the constants of the questions.
 */
@NullMarked
package org.relaycheck.jdbc;

import org.jspecify.annotations.NullMarked;
