package org.relaycheck.standin.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A server that says what it is told: a text when a client comes, and one for each command by its
 * first word. A reply that ends with {@link #HANG_UP} is its last.
 */
public final class Parrot implements AutoCloseable {

  /** Ends a reply after which the server hangs up. */
  public static final String HANG_UP = "<hang up>";

  private final ServerSocket door;
  private final String greeting;
  private final Map<String, String> replies = new LinkedHashMap<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final CountDownLatch gone = new CountDownLatch(1);
  private final List<Socket> clients = new CopyOnWriteArrayList<>();

  /** A server that greets so; lines of a reply are parted by {@code \n}. */
  public Parrot(String greeting) throws IOException {
    this.greeting = greeting;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "parrot");
    thread.setDaemon(true);
    thread.start();
  }

  /** What it says to a command. */
  public Parrot says(String command, String reply) {
    replies.put(command, reply);
    return this;
  }

  public int port() {
    return door.getLocalPort();
  }

  /** All commands. */
  public List<String> heard() {
    return List.copyOf(heard);
  }

  /** Waits until it has hung up for the first time. */
  public void awaitHangUp() throws InterruptedException {
    gone.await();
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket socket = door.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
        clients.add(socket);
        boolean on = say(socket, greeting);
        while (on) {
          String line = in.readLine();
          if (line == null) {
            break;
          }
          heard.add(line);
          on = say(socket, replies.getOrDefault(line.split("[ :]")[0], "250 fine"));
          on &= !line.startsWith("QUIT");
        }
      } catch (IOException closed) {
        continue; // the next client
      } finally {
        gone.countDown();
      }
    }
  }

  private static boolean say(Socket socket, String reply) throws IOException {
    boolean last = reply.endsWith(HANG_UP);
    String text = last ? reply.substring(0, reply.length() - HANG_UP.length()) : reply;
    if (!text.isEmpty()) {
      String bytes = text.replace("\n", "\r\n") + "\r\n";
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
    }
    return !last;
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket client : clients) {
      client.close();
    }
  }
}
