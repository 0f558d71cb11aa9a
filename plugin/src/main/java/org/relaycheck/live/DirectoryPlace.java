package org.relaycheck.live;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.relaycheck.state.Address;

/**
 * Where an object of Exchange stands in the directory: below its server, which is below its
 * organisation.
 *
 * @param distinguishedName its name there, in which blanks may be lost where a line wrapped
 */
public record DirectoryPlace(String distinguishedName) {

  /** The property that tells it. */
  static final String PROPERTY = "DistinguishedName";

  private static final Pattern SERVER =
      Pattern.compile("(?i),\\s*CN=Protocols,\\s*CN=([^,\\\\]+),\\s*CN=Servers(?:,|$)");
  private static final String GROUPS = ",CN=ADMINISTRATIVEGROUPS,";

  /** The server whose protocol it is part of. */
  public Optional<String> server() {
    Matcher found = SERVER.matcher(distinguishedName);
    return found.find() ? Optional.of(found.group(1).strip()) : Optional.empty();
  }

  /** What tells its organisation from another. */
  Optional<String> organisation() {
    String name = Address.folded(distinguishedName.replace(" ", ""));
    int groups = name.indexOf(GROUPS);
    return groups < 0 ? Optional.empty() : Optional.of(name.substring(groups + GROUPS.length()));
  }
}
