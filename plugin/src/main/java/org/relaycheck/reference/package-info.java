/**
 * What people and editors look up: the schema of a policy and of the connections, and the page of
 * all settings, made of the tables.
 *
 * <p>The package writes text and reads nothing: neither files nor servers.
 */
@NullMarked
package org.relaycheck.reference;

import org.jspecify.annotations.NullMarked;
