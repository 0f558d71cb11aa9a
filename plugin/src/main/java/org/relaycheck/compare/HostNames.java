package org.relaycheck.compare;

import java.util.Collection;
import java.util.List;

/** Names of hosts in texts for people. */
public final class HostNames {

  /** Stands for the host, where a text is about several. */
  public static final String MARK = "{host}";

  /** More names than anybody reads on one line. */
  public static final int MOST = 5;

  private HostNames() {}

  /** The first of some names, and how many more there are. */
  public static String list(Collection<String> names) {
    return list(names, MOST);
  }

  /** As many of some names as there is room for, and how many more there are. */
  public static String list(Collection<String> names, int most) {
    List<String> first = names.stream().limit(most).toList();
    int more = names.size() - first.size();
    return String.join(", ", first) + (more == 0 ? "" : " and " + more + " more");
  }

  /** A general text as it holds of some hosts: of one, with its name. */
  public static String of(List<String> hosts, String general) {
    return hosts.size() == 1 ? general.replace(MARK, hosts.get(0)) : general;
  }

  /** The text with {@link #MARK} wherever the host's name stands by itself. */
  public static String general(String text, String host) {
    int at = host.isEmpty() ? -1 : text.indexOf(host);
    if (at < 0) {
      return text;
    }
    StringBuilder general = new StringBuilder();
    int from = 0;
    while (at >= 0) {
      int end = at + host.length();
      boolean alone = !isPart(text, at - 1) && !isPart(text, end);
      general.append(text, from, at).append(alone ? MARK : host);
      from = end;
      at = text.indexOf(host, end);
    }
    return general.append(text, from, text.length()).toString();
  }

  /** Whether a name goes on there. */
  private static boolean isPart(String text, int at) {
    return at >= 0
        && at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || "-_".indexOf(text.charAt(at)) >= 0);
  }
}
