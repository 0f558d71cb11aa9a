package org.relaycheck.policy.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.state.Place;
import org.relaycheck.state.Remediation;
import org.relaycheck.state.Severity;
import org.relaycheck.yaml.YamlTree;

/** What the files of a policy say, section by section, before it is put together. */
public final class PolicyParts {

  public final Map<String, List<LayeredEntry<List<YamlTree.Scalar>>>> groups =
      new LinkedHashMap<>();
  public final Map<TemplateName, List<TemplatePart>> templates = new LinkedHashMap<>();
  public final List<ResourcePart> resources = new ArrayList<>();
  public final List<BaselinePart> baselines = new ArrayList<>();
  public final Map<String, List<LayeredEntry<Severity>>> unlisted = new LinkedHashMap<>();
  public final Map<String, List<LayeredEntry<Severity>>> rules = new LinkedHashMap<>();

  /** A template's kind and name. */
  public record TemplateName(String kind, String name) {}

  /** What one file says of a template. */
  public record TemplatePart(
      FileLayer layer, KindTable table, List<YamlTree.Scalar> like, SettingLines own) {}

  /**
   * What one file says of a resource.
   *
   * @param name its name, in which {@code {host}} may stand
   */
  public record ResourcePart(
      FileLayer layer,
      KindTable table,
      YamlTree.Scalar name,
      YamlTree hosts,
      Head head,
      Body body) {}

  /** What is said of a resource as a whole. */
  public record Head(
      boolean optional,
      boolean absent,
      Optional<LayeredEntry<Severity>> severity,
      Optional<String> why,
      SettingLines create) {}

  /** The settings of a resource, from the weakest to the strongest. */
  public record Body(List<YamlTree.Scalar> like, SettingLines own, List<At> at) {}

  /** What differs on a host or a group. */
  public record At(YamlTree.Scalar name, boolean optional, SettingLines settingLines) {}

  /** A baseline. */
  public record BaselinePart(
      List<YamlTree.Scalar> like,
      Optional<YamlTree> hosts,
      boolean optional,
      List<YamlTree.Entry> where,
      Optional<Severity> severity,
      Remediation remediation,
      Place place) {}
}
