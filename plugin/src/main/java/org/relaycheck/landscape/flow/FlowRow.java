package org.relaycheck.landscape.flow;

/**
 * A way of mail: from accounts, by the name that they call, to who answers.
 *
 * @param accounts who sends
 * @param called the name and the port
 * @param answer the connector that answers, or the host on which none does
 */
public record FlowRow(FlowNode accounts, String called, FlowNode answer) {}
