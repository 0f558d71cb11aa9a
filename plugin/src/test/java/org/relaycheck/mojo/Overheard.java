package org.relaycheck.mojo;

import com.jcraft.jsch.JSch;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.apache.maven.plugin.logging.SystemStreamLog;

/**
 * All that is said while it listens, at every level: Maven's log as under {@code -X}, the JDK's
 * log, the SSH client's, and both standard streams.
 */
public final class Overheard extends SystemStreamLog implements AutoCloseable {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream said = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();
  private final Handler handler = new Listener();

  public Overheard() {
    root.setLevel(Level.ALL);
    root.addHandler(handler);
    JSch.setLogger(new SshListener());
    System.setOut(said);
    System.setErr(said);
  }

  /** What was said so far. */
  public byte[] bytes() {
    said.flush();
    return bytes.toByteArray();
  }

  /** Hears something that is said elsewhere. */
  public void hear(String what) {
    said.println(what);
  }

  /** Hears an exception as Maven shows it with {@code -e}. */
  public void hear(Throwable thrown) {
    thrown.printStackTrace(said);
  }

  @Override
  public boolean isDebugEnabled() {
    return true;
  }

  @Override
  public void debug(CharSequence text) {
    said.println("debug " + text);
  }

  @Override
  public void debug(CharSequence text, Throwable thrown) {
    debug(text);
    hear(thrown);
  }

  @Override
  public void close() {
    System.setOut(out);
    System.setErr(err);
    JSch.setLogger(null);
    root.removeHandler(handler);
    root.setLevel(before);
  }

  private final class Listener extends Handler {

    private final SimpleFormatter format = new SimpleFormatter();

    Listener() {
      setLevel(Level.ALL);
    }

    @Override
    public void publish(LogRecord entry) {
      if (!String.valueOf(entry.getLoggerName()).startsWith("org.apache.sshd")) { // the peer
        said.println(format.format(entry));
      }
    }

    @Override
    public void flush() {
      // nothing is kept back
    }

    @Override
    public void close() {
      // it has nothing of its own
    }
  }

  private final class SshListener implements com.jcraft.jsch.Logger {

    @Override
    public boolean isEnabled(int level) {
      return true;
    }

    @Override
    public void log(int level, String message) {
      said.println("jsch " + message);
    }

    @Override
    public void log(int level, String message, Throwable cause) {
      log(level, message);
      if (cause != null) {
        hear(cause);
      }
    }
  }
}
