package org.relaycheck.standin.tds;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.Executor;

/** A connection from its first byte to its last. */
final class Session implements Runnable {
  private final Socket socket;
  private final Setup setup;
  private final Executor threads;

  Session(Socket socket, Setup setup, Executor threads) {
    this.socket = socket;
    this.setup = setup;
    this.threads = threads;
  }

  @Override
  public void run() {
    try (socket) {
      converse();
    } catch (IOException e) {
      // the client left, the script hung up, TLS failed or the server is closing: all in the plan
    } catch (RuntimeException | Error e) {
      setup.journal().failure(e);
    }
  }

  private void converse() throws IOException {
    socket.setTcpNoDelay(true);
    Channel channel =
        setup.encryption() == Encryption.STRICT
            ? setup.tls().inFront(socket)
            : Channel.plain(socket);
    int asked = PreLogin.of(new PacketReader(channel.in()).next()).encryption();
    PreLogin agreed = new PreLogin(setup.encryption().agree(asked));
    agreed.write(new PacketWriter(channel.out(), Message.REPLY));
    Channel secured = agreed.encryption() == Encryption.NONE ? channel : setup.tls().inside(socket);
    logIn(secured, agreed.encryption() == Encryption.LOGIN_ONLY ? channel : secured);
  }

  private void logIn(Channel secured, Channel rest) throws IOException {
    Login7 login = Login7.of(new PacketReader(secured.in()).next(), secured.tls());
    setup.journal().login(login.login());
    Inbox inbox = new Inbox(new PacketReader(rest.in()), setup.journal());
    threads.execute(inbox);
    new Conversation(setup, login, inbox, rest).run();
  }
}
