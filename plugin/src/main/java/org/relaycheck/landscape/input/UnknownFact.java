package org.relaycheck.landscape.input;

/**
 * Something that a rule would have to know.
 *
 * @param why what is not known, and why; without the name of a host, so that hosts are told
 *     together
 * @param fix how to supply it
 */
public record UnknownFact(String why, String fix) {}
