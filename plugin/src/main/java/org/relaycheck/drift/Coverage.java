package org.relaycheck.drift;

import java.util.Collection;
import java.util.List;
import org.relaycheck.state.Address;

/**
 * How much was compared.
 *
 * @param declared how many statements and presences the policy makes, a host each
 * @param read how many of them were judged
 * @param judged every resource that was compared, each once, sorted
 * @param notes what was not looked at, and how to supply it
 */
public record Coverage(int declared, int read, Collection<Address> judged, List<String> notes) {}
