package org.relaycheck.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.state.Reading;
import org.relaycheck.state.expectation.Fix;
import org.relaycheck.value.Seen;

/** Brings together what a resource's own statements and its baselines want of each setting. */
public final class WantedSettings {

  private static final String AT_ODDS =
      "the policy states different values for it; make them agree";

  private WantedSettings() {}

  /** A finding and its change. */
  private record Voice<T>(Finding finding, FindingRepair.Change<T> change) {}

  /**
   * One setting for each setting that a finding wants changed, in the order of the findings.
   *
   * @param findings about one resource
   */
  public static List<WantedSetting<?>> of(List<Finding> findings) {
    Map<Property<?>, List<Finding>> bySetting = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (finding.difference().repair().orElse(null) instanceof FindingRepair.Change<?> change) {
        bySetting
            .computeIfAbsent(change.statement().property(), row -> new ArrayList<>())
            .add(finding);
      }
    }
    List<WantedSetting<?>> settings = new ArrayList<>();
    bySetting.forEach((row, about) -> settings.add(setting(row, about)));
    return settings;
  }

  private static <T> WantedSetting<T> setting(Property<T> row, List<Finding> findings) {
    List<Voice<T>> voices = findings.stream().map(WantedSettings::<T>voice).toList();
    Reading<T> reading = voices.get(0).change().reading();
    List<Voice<T>> scripted =
        voices.stream().filter(voice -> !(voice.change().fix() instanceof Fix.ByHand)).toList();
    if (scripted.isEmpty()) {
      return new WantedSetting<>(row, reading, voices.get(0).change().fix(), findings);
    }
    return scripted.stream()
        .map(voice -> voice.change().fix())
        .filter(fix -> scripted.stream().allMatch(voice -> content(voice, fix)))
        .findFirst()
        .map(fix -> new WantedSetting<>(row, reading, fix, content(voices, fix)))
        .orElseGet(() -> new WantedSetting<>(row, reading, new Fix.ByHand<>(AT_ODDS), findings));
  }

  @SuppressWarnings("unchecked") // the findings were sorted by the row that they speak of
  private static <T> Voice<T> voice(Finding finding) {
    return new Voice<>(
        finding, (FindingRepair.Change<T>) finding.difference().repair().orElseThrow());
  }

  private static <T> List<Finding> content(List<Voice<T>> voices, Fix<T> fix) {
    return voices.stream().filter(voice -> content(voice, fix)).map(Voice::finding).toList();
  }

  private static <T> boolean content(Voice<T> voice, Fix<T> fix) {
    Seen<T> after = fix instanceof Fix.Write<T> write ? Seen.of(write.value()) : Seen.nothing();
    return voice.change().statement().wanted().accepts(after);
  }
}
