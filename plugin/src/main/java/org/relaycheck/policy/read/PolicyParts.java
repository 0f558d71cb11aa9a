package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.state.Place;
import org.relaycheck.state.Remedy;
import org.relaycheck.state.Severity;

/** What the files of a policy say, section by section, before it is put together. */
final class Parts {

  final Map<String, List<Layered<List<Tree.Scalar>>>> groups = new LinkedHashMap<>();
  final Map<TemplateName, List<TemplatePart>> templates = new LinkedHashMap<>();
  final List<ResourcePart> resources = new ArrayList<>();
  final List<BaselinePart> baselines = new ArrayList<>();
  final Map<String, List<Layered<Severity>>> unlisted = new LinkedHashMap<>();
  final Map<String, List<Layered<Severity>>> rules = new LinkedHashMap<>();

  /** A template's kind and name. */
  record TemplateName(String kind, String name) {}

  /** What one file says of a template. */
  record TemplatePart(Layer layer, KindTable table, List<Tree.Scalar> like, Sheet own) {}

  /**
   * What one file says of a resource.
   *
   * @param name its name, in which {@code {host}} may stand
   */
  record ResourcePart(
      Layer layer, KindTable table, Tree.Scalar name, Tree hosts, Head head, Body body) {}

  /** What is said of a resource as a whole. */
  record Head(
      boolean optional,
      boolean absent,
      Optional<Layered<Severity>> severity,
      Optional<String> why,
      Sheet create) {}

  /** The settings of a resource, from the weakest to the strongest. */
  record Body(List<Tree.Scalar> like, Sheet own, List<At> at) {}

  /** What differs on a host or a group. */
  record At(Tree.Scalar name, boolean optional, Sheet sheet) {}

  /** A baseline. */
  record BaselinePart(
      List<Tree.Scalar> like,
      Optional<Tree> hosts,
      boolean optional,
      List<Tree.Entry> where,
      Optional<Severity> severity,
      Remedy remedy,
      Place place) {}
}
