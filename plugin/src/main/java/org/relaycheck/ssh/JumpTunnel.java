package org.relaycheck.ssh;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.ChannelDirectTCPIP;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A way through a session to a further machine, within that session: a forwarded local port would
 * be open to every user of this machine.
 */
final class JumpTunnel implements Proxy {

  /** The machine in between does not lead on. */
  static final class Closed extends JSchException {
    private static final long serialVersionUID = 1L;

    Closed(JSchException cause) {
      super("the connection to the jump host is closed", cause);
    }
  }

  private final Session session;
  private final ConnectionSockets lines;
  private Optional<ChannelDirectTCPIP> channel = Optional.empty();
  private InputStream in = InputStream.nullInputStream();
  private OutputStream out = OutputStream.nullOutputStream();

  JumpTunnel(Session session, ConnectionSockets lines) {
    this.session = session;
    this.lines = lines;
  }

  @Override
  public void connect(SocketFactory unused, String host, int port, int millis)
      throws JSchException, IOException {
    Channel opened = session.openChannel("direct-tcpip");
    if (!(opened instanceof ChannelDirectTCPIP direct)) {
      throw new JSchException("session is down");
    }
    channel = Optional.of(direct);
    direct.setHost(host);
    direct.setPort(port);
    in = lines.watched(direct.getInputStream());
    out = direct.getOutputStream();
    try {
      direct.connect(millis);
    } catch (JSchException refused) {
      throw new Closed(refused);
    }
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  /** None of its own; the library copes without. */
  @Override
  public @Nullable Socket getSocket() {
    return null;
  }

  @Override
  public void close() {
    channel.ifPresent(Channel::disconnect);
  }
}
