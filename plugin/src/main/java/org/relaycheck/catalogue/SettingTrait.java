package org.relaycheck.catalogue;

/** Something special about a setting. */
public enum SettingTrait {
  /** The value 0 means that there is no limit. */
  ZERO_IS_NO_LIMIT,
  /** Once set it cannot be made empty again by the system's own means. */
  ONE_WAY,
  /** Told about a resource, to select by; nobody can set it. */
  WHERE_ONLY
}
