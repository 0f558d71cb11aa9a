package org.relaycheck.record;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which connectors a command asked for, as far as it says so.
 *
 * @param name the one that it named
 * @param server the server that it named
 * @param narrow whether it asked for less than all connectors of a server
 */
record AskedConnector(Optional<String> name, Optional<String> server, boolean narrow) {

  private static final String TOKEN =
      "(?:[\"\u201C\u201D]([^\"\u201C\u201D]*)[\"\u201C\u201D]"
          + "|['\u2018\u2019]([^'\u2018\u2019]*)['\u2018\u2019]|([^\\s|;\"'-][^\\s|;]*))";
  private static final Pattern CALL =
      Pattern.compile("(?i)get-receiveconnector\\b((?:\"[^\"]*\"|'[^']*'|[^|;\"'])*)(.*)");
  private static final Pattern SERVER = Pattern.compile("(?i)-server[ :]+" + TOKEN);
  private static final Pattern IDENTITY =
      Pattern.compile("(?i)(?:^ *(?:-identity[ :]+)?|-identity[ :]+)" + TOKEN);
  private static final Pattern FILTER =
      Pattern.compile("(?i)\\| *(?:where\\b|where-object\\b|\\?)|-(?:first|last|skip|index)\\b");

  /** Nobody knows what was asked for. */
  static AskedConnector unknown() {
    return new AskedConnector(Optional.empty(), Optional.empty(), false);
  }

  /** By a command line. */
  static AskedConnector by(String command) {
    Matcher call = CALL.matcher(command);
    if (!call.find()) {
      return unknown();
    }
    Matcher server = SERVER.matcher(call.group(1));
    Optional<String> host = server.find() ? token(server) : Optional.empty();
    Matcher identity = IDENTITY.matcher(SERVER.matcher(call.group(1)).replaceAll(""));
    Optional<String> one = identity.find() ? token(identity) : Optional.empty();
    boolean filtered = FILTER.matcher(call.group(2)).find();
    if (one.isEmpty()) {
      return new AskedConnector(Optional.empty(), host, filtered);
    }
    int split = one.get().indexOf('\\');
    String name = one.get().substring(split + 1);
    Optional<String> of = split > 0 ? Optional.of(one.get().substring(0, split)) : host;
    boolean all = name.equals("*");
    boolean exact = !all && !name.isBlank() && "*?$(".chars().noneMatch(c -> name.indexOf(c) >= 0);
    return new AskedConnector(exact ? Optional.of(name) : Optional.empty(), of, filtered || !all);
  }

  private static Optional<String> token(Matcher found) {
    for (int group = 1; group <= found.groupCount(); group++) {
      if (found.group(group) != null) {
        return Optional.of(found.group(group).strip());
      }
    }
    return Optional.empty();
  }
}
