package org.relaycheck.live;

import java.time.Duration;
import java.util.Optional;
import org.relaycheck.state.Place;

/**
 * How to ask one host.
 *
 * @param host its key in the connections, which is the server's own name unless {@code server} says
 *     another
 * @param server the name that the server gives itself
 * @param way through what to ask
 * @param maxAge how old an answer may be; empty for any age, which a person vouches for
 * @param vouchedComplete whether a person says that the answer lists everything
 * @param place where the host stands in the connections
 */
public record HostConnection(
    String host,
    String server,
    HostWay way,
    Optional<Duration> maxAge,
    boolean vouchedComplete,
    Place place) {}
