package org.relaycheck.mojo;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** A log that keeps what it is told, each line after the level in front. */
public final class Told extends SystemStreamLog {

  private final List<String> lines = new ArrayList<>();
  private final boolean info;

  public Told() {
    this(true);
  }

  /** As Maven's, which says that it shows no information under {@code -q}. */
  public Told(boolean info) {
    this.info = info;
  }

  @Override
  public boolean isInfoEnabled() {
    return info;
  }

  public List<String> lines() {
    return lines;
  }

  @Override
  public void info(CharSequence text) {
    lines.add("info " + text);
  }

  @Override
  public void warn(CharSequence text) {
    lines.add("warn " + text);
  }

  @Override
  public void error(CharSequence text) {
    lines.add("error " + text);
  }
}
