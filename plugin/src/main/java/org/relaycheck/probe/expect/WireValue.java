package org.relaycheck.probe.expect;

import org.relaycheck.value.Seen;

/**
 * A setting as the wire shows it.
 *
 * @param seen its value
 * @param evidence what shows that
 * @param <T> the setting's values
 */
record WireValue<T>(Seen<T> seen, String evidence) {}
