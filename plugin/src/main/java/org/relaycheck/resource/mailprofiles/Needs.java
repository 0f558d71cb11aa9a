package org.relaycheck.resource.mailprofiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.relaycheck.remedy.SqlSwitches;
import org.relaycheck.remedy.Switch;

/** What a person must know before a profile is changed, in sentences. */
final class Needs {

  private Needs() {}

  /** What an aspect takes from senders or opens, with the switch that it waits for. */
  static List<String> of(List<Aspect> aspects) {
    List<String> needs = new ArrayList<>();
    for (Aspect aspect : aspects) {
      if (aspect instanceof AccountsChange accounts) {
        accounts
            .before()
            .without(accounts.after())
            .forEach(name -> needs.add(narrowing("it no longer tries the account '" + name + "'")));
      }
      if (aspect instanceof SendersChange senders) {
        senders.lost().forEach(name -> needs.add(narrowing(lost(senders, name))));
        if (senders.gains(Senders.PUBLIC)) {
          needs.add(widening(opened(senders)));
        }
        senders
            .moves()
            .here()
            .forEach(
                (name, other) ->
                    other.ifPresent(
                        one ->
                            needs.add(
                                who(name) + " has the default profile '" + one + "' until then")));
      }
    }
    return needs;
  }

  /** Something that is done only with AllowNarrowing. */
  static String narrowing(String what) {
    return what + "; needs " + SqlSwitches.given(Set.of(Switch.NARROWING), "yes");
  }

  private static String widening(String what) {
    return what + "; needs " + SqlSwitches.given(Set.of(Switch.WIDENING), "yes");
  }

  private static String lost(SendersChange senders, String name) {
    return senders.after().grants().containsKey(name)
        ? "it is no longer the default of " + who(name)
        : (name.equals(Senders.PUBLIC) ? "not everybody may" : who(name) + " may no longer")
            + " send with it";
  }

  /** A user, or everybody. */
  static String who(String name) {
    return name.equals(Senders.PUBLIC) ? "everybody" : "'" + name + "'";
  }

  private static String opened(SendersChange senders) {
    return senders.after().defaults().contains(Senders.PUBLIC)
        ? "it becomes the default of everybody"
        : "everybody may send with it";
  }
}
