package org.relaycheck.script.mailprofiles;

import java.util.Set;
import org.relaycheck.script.ScriptSwitch;
import org.relaycheck.script.SqlSwitches;

/** What a person must know before a profile is changed, with the switch that it waits for. */
final class ProfileNeeds {

  private ProfileNeeds() {}

  /** Something that is done only with AllowNarrowing. */
  static String narrowing(String what) {
    return what + "; needs " + SqlSwitches.given(Set.of(ScriptSwitch.NARROWING), "yes");
  }

  /** Something that is done only with AllowWidening. */
  static String widening(String what) {
    return what + "; needs " + SqlSwitches.given(Set.of(ScriptSwitch.WIDENING), "yes");
  }

  /** A user, or everybody. */
  static String who(String name) {
    return name.equals(ProfileSenders.PUBLIC) ? "everybody" : "'" + name + "'";
  }
}
