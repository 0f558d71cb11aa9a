package org.relaycheck.live;

import java.util.Optional;
import org.relaycheck.state.HostState;

/**
 * What was heard of one host, for whoever wants to know how it came about.
 *
 * @param asked what became of asking
 * @param old why the answer is too old to be used; empty if it is not
 * @param state what it says, whatever its age
 */
public record TimedAnswer(HostAnswer asked, Optional<HostState.Unread> old, HostState state) {}
