package org.relaycheck.yaml;

/**
 * Another text in the place of a piece of one.
 *
 * @param from where the piece begins
 * @param to behind its last character; {@code from} where something is only put in
 * @param text the other text
 */
public record TextChange(int from, int to, String text) {}
