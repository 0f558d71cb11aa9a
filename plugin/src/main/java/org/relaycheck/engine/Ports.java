package org.relaycheck.engine;

import org.relaycheck.live.Progress;
import org.relaycheck.live.Source;

/**
 * What the use cases need from outside.
 *
 * @param source asks hosts
 * @param progress is told how that goes
 * @param version the plugin's own
 */
public record Ports(Source source, Progress progress, String version) {}
