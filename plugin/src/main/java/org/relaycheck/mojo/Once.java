package org.relaycheck.mojo;

import java.util.Map;
import org.apache.maven.execution.MavenSession;

/**
 * The memory of a session for what has been done in it: a goal that is bound and called as well, or
 * inherited by modules that share their files, does its work once.
 */
final class Once {

  private Once() {}

  /** Whether this is the first claim of the key in this session. */
  static boolean claim(MavenSession session, String key) {
    Map<String, Object> memory = session.getRequest().getData();
    synchronized (memory) {
      return memory.put("org.relaycheck " + key, key) == null;
    }
  }
}
