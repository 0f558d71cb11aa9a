package org.relaycheck.live;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Product;

/** Through what a host is asked. */
public sealed interface HostWay {

  /** The product that can be asked this way; empty for any. */
  Optional<Product> product();

  /** The ids of the accounts that it takes to go this way. */
  default List<String> credentials() {
    return List.of();
  }

  /**
   * A file that holds an answer.
   *
   * @param file where it is
   * @param sought the only product that the policy speaks of on the host, for advice on a file that
   *     cannot be read; empty if nobody knows
   * @param resource the only resource that the policy names on the host, for a listing of one that
   *     does not name it; empty if there are several
   */
  record Recorded(Path file, Optional<Product> sought, Optional<String> resource)
      implements HostWay {

    /** A file of which nobody says what it is about. */
    public Recorded(Path file) {
      this(file, Optional.empty(), Optional.empty());
    }

    @Override
    public Optional<Product> product() {
      return Optional.empty();
    }
  }

  /** A shell in which Exchange's cmdlets run. */
  record Through(PowerShellWay shell) implements HostWay {
    @Override
    public Optional<Product> product() {
      return Optional.of(Product.EXCHANGE);
    }

    @Override
    public List<String> credentials() {
      return shell.credentials();
    }
  }

  /**
   * A SQL Server.
   *
   * @param address a host name or an IP address, and after a backslash the instance
   * @param port empty for 1433, or for what the instance's browser says
   * @param login how to log in
   * @param properties of the connection, where they are not the driver's or the program's own
   * @param deadline how long it may take; empty for the program's own choice
   */
  record SqlServer(
      String address,
      Optional<Integer> port,
      Login login,
      Map<SqlProperty, String> properties,
      Optional<Duration> deadline)
      implements HostWay {
    public SqlServer {
      properties = Map.copyOf(properties);
    }

    /** As SQL Server's own tools write it: a comma before the port, which makes an instance. */
    public String toolAddress() {
      int instance = address.indexOf('\\');
      return port.map(
              number -> (instance < 0 ? address : address.substring(0, instance)) + "," + number)
          .orElse(address);
    }

    /** A server whose connection needs no property. */
    public SqlServer(
        String address, Optional<Integer> port, Login login, Optional<Duration> deadline) {
      this(address, port, login, Map.of(), deadline);
    }

    @Override
    public Optional<Product> product() {
      return Optional.of(Product.SQL_SERVER);
    }

    @Override
    public List<String> credentials() {
      return login.credentials().stream().toList();
    }
  }

  /**
   * Nothing: a list should have named servers, and did not.
   *
   * @param why what happened
   * @param fix what to do about it
   */
  record Unlisted(String why, String fix) implements HostWay {
    @Override
    public Optional<Product> product() {
      return Optional.of(Product.SQL_SERVER);
    }
  }

  /**
   * How to log in to a SQL Server.
   *
   * @param auth the method
   * @param credentials the id of a server in settings.xml; empty where the method needs none
   */
  record Login(Auth auth, Optional<String> credentials) {}

  /** A method of logging in to a SQL Server. */
  enum Auth {
    SQL,
    NTLM,
    KERBEROS,
    /** As the user who runs the program. */
    INTEGRATED,
    ENTRA
  }
}
