package org.relaycheck.policy;

import java.util.Comparator;

/**
 * Lines that compete with others about one resource or one template.
 *
 * <p>What a template says is as strong as the file that names it under {@code like}: a file and
 * what it takes are one.
 *
 * @param layer the file that states or names them
 * @param section how near they stand to the resource
 * @param sheet the lines
 */
record Claim(Layer layer, Section section, Sheet sheet) {

  /** Strong ones first, so that each is met after all that hold against it. */
  static final Comparator<Claim> STRONG_FIRST =
      Comparator.<Claim, Boolean>comparing(claim -> !claim.layer.named())
          .thenComparing(claim -> claim.layer.named() ? 0 : -claim.layer.position())
          .thenComparing(Claim::section, Comparator.reverseOrder());

  /** How near to a resource lines stand, ascending. */
  enum Section {
    LIKE,
    OWN,
    AT
  }

  boolean over(Claim other) {
    return layer.over(other.layer)
        || (!other.layer.over(layer) && section.compareTo(other.section) > 0);
  }
}
