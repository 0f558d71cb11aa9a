package org.relaycheck.policy.merge;

import org.relaycheck.policy.read.FileLayer;
import org.relaycheck.policy.read.SettingLines;

/**
 * Lines that compete with others about one resource or one template.
 *
 * <p>What a template says is as strong as the file that names it under {@code like}: a file and
 * what it takes are one.
 *
 * @param layer the file that states or names them
 * @param section how near they stand to the resource
 * @param settingLines the lines
 */
record LayeredLines(FileLayer layer, Section section, SettingLines settingLines) {

  /** How near to a resource lines stand, ascending. */
  enum Section {
    LIKE,
    OWN,
    AT
  }

  boolean over(LayeredLines other) {
    return layer.over(other.layer)
        || (!other.layer.over(layer) && section.compareTo(other.section) > 0);
  }
}
