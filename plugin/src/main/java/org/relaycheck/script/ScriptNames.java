package org.relaycheck.script;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names of scripts, each given once: a file system may ignore case. */
final class ScriptNames {

  private final Set<String> taken = new HashSet<>(Set.of(AllScripts.FILE.toUpperCase(Locale.ROOT)));

  /** The host's key with {@code _} for what file names cannot hold, and a number if it is taken. */
  String of(String host, String extension) {
    String base = host.replaceAll("[^A-Za-z0-9._-]", "_");
    for (int number = 1; ; number++) {
      String name = base + (number == 1 ? "" : "_" + number) + "." + extension;
      if (taken.add(name.toUpperCase(Locale.ROOT))) {
        return name;
      }
    }
  }
}
