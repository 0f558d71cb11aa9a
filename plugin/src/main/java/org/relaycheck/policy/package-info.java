/**
 * Reads our YAML, policies and connections, and tells every problem with its place.
 *
 * <p>It works on YAML nodes, never on YAML's idea of a value: the types of the catalogue read the
 * text. The package knows no particular setting, asks no server and compares nothing.
 */
@NullMarked
package org.relaycheck.policy;

import org.jspecify.annotations.NullMarked;
