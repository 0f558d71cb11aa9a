package org.relaycheck.engine;

import org.relaycheck.live.Progress;
import org.relaycheck.live.Source;
import org.relaycheck.policy.PresetSource;

/**
 * What the use cases need from outside.
 *
 * @param source asks hosts
 * @param progress is told how that goes
 * @param presets the policies that ship with the plugin
 * @param version the plugin's own
 */
public record Ports(Source source, Progress progress, PresetSource presets, String version) {}
