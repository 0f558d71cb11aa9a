package org.relaycheck.script.mailprofiles;

import java.util.Set;
import java.util.TreeSet;
import org.relaycheck.standin.tsql.Msdb;
import org.relaycheck.standin.tsql.Profiles;

/**
 * The ways in which mail can be sent from an instance.
 *
 * @param open who may send with what through what, and who need not name a profile
 * @param toAll those of them that are open to everybody
 */
record Ways(Set<String> open, Set<String> toAll) {

  static Ways of(Msdb msdb) {
    Set<String> open = new TreeSet<>();
    Set<String> toAll = new TreeSet<>();
    Profiles profiles = new Profiles(msdb);
    for (String profile : profiles.names()) {
      profiles
          .accounts(profile)
          .forEach(told -> open.add(profile + " tries " + told.replaceAll(" \\(number .*", "")));
      profiles.senders(profile, false).forEach(user -> open.add(user + " has " + profile));
      profiles.senders(profile, true).forEach(user -> open.add(user + " has a default"));
      if (profiles.senders(profile, false).contains("public")) {
        toAll.add(profile);
      }
      if (profiles.senders(profile, true).contains("public")) {
        toAll.add("some default");
      }
    }
    return new Ways(open, toAll);
  }
}
