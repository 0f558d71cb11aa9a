package org.relaycheck.resource.mailprofiles;

import java.util.Set;
import org.relaycheck.remedy.SqlSwitches;
import org.relaycheck.remedy.Switch;

/** What a person must know before a profile is changed, with the switch that it waits for. */
final class Needs {

  private Needs() {}

  /** Something that is done only with AllowNarrowing. */
  static String narrowing(String what) {
    return what + "; needs " + SqlSwitches.given(Set.of(Switch.NARROWING), "yes");
  }

  /** Something that is done only with AllowWidening. */
  static String widening(String what) {
    return what + "; needs " + SqlSwitches.given(Set.of(Switch.WIDENING), "yes");
  }

  /** A user, or everybody. */
  static String who(String name) {
    return name.equals(Senders.PUBLIC) ? "everybody" : "'" + name + "'";
  }
}
