package org.relaycheck.catalogue;

/**
 * A value that a setting has when nobody set it.
 *
 * @param where the versions, roles or connectors it is for
 * @param value the value
 * @param <T> the setting's values
 */
public record DefaultValue<T>(String where, T value) {}
