package org.relaycheck.catalogue;

/**
 * A version that people know by a name.
 *
 * @param name such as "2010 SP2"
 * @param from the first version number that is this release
 */
public record NamedRelease(String name, Version from) {}
