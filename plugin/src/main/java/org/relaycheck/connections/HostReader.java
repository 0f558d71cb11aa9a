package org.relaycheck.policy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.Connection;
import org.relaycheck.live.SqlProperty;
import org.relaycheck.live.Way;
import org.relaycheck.state.Surroundings;
import org.relaycheck.value.Types;

/** Reads the hosts of a connections file. */
final class HostReader {

  private static final Duration A_DAY = Duration.ofHours(24);
  private static final List<String> WAYS = List.of("door", "sqlserver", "recorded");
  private static final List<String> SQL_KEYS =
      List.of("port", "instance", "auth", "credentials", "properties", "deadline");
  private static final List<String> KEYS =
      List.of(
          "door",
          "sqlserver",
          "recorded",
          "server",
          "port",
          "instance",
          "auth",
          "credentials",
          "properties",
          "deadline",
          "maxAge",
          "complete",
          "answers",
          "seenAs",
          "sendsFrom",
          "usualLoad");
  private static final Map<String, Way.Auth> AUTHS =
      Map.of(
          "sql", Way.Auth.SQL,
          "ntlm", Way.Auth.NTLM,
          "kerberos", Way.Auth.KERBEROS,
          "integrated", Way.Auth.INTEGRATED,
          "entra", Way.Auth.ENTRA);

  private final Path file;
  private final DoorReader doors;
  private final Problems problems;

  HostReader(Path file, DoorReader doors, Problems problems) {
    this.file = file;
    this.doors = doors;
    this.problems = problems;
  }

  Optional<Connection> connection(Tree.Entry entry) {
    if (entry.name().equals(Connections.ALL)) {
      problems.add(entry.place(), "'all' means every host of a kind; no host can be named so");
    }
    if (!(entry.value() instanceof Tree.Mapping stated)) {
      String wanted = "a mapping such as {door: org}";
      new Shape(problems).expected(entry.value(), "host '" + entry.name() + "'", wanted);
      return Optional.empty();
    }
    Fields fields = new Fields(stated, problems);
    fields.only("a host", KEYS);
    String server = fields.text("server", "EX01").orElse(entry.name());
    boolean complete = fields.flag("complete");
    Optional<Duration> maxAge = maxAge(fields);
    return way(entry.name(), fields)
        .map(way -> new Connection(entry.name(), server, way, maxAge, complete, entry.place()));
  }

  private Optional<Way> way(String host, Fields fields) {
    Optional<String> way = fields.oneOf(WAYS);
    if (way.isEmpty()) {
      problems.add(
          fields.place(),
          "host '" + host + "' says no way to it; add 'door', 'sqlserver' or 'recorded'");
      return Optional.empty();
    }
    if (way.get().equals("sqlserver")) {
      return sqlServer(fields);
    }
    fields.without(SQL_KEYS, "sqlserver");
    return way.get().equals("door")
        ? fields.tree("door").flatMap(tree -> doors.door(tree, host)).map(Way.Through::new)
        : fields.path("recorded", file).map(Way.Recorded::new);
  }

  private Optional<Way> sqlServer(Fields fields) {
    Optional<String> address =
        fields.address("sqlserver", "an instance is told by its 'port', such as 'port: 14330'");
    Optional<Integer> port = fields.port();
    Optional<Duration> deadline = fields.span("deadline");
    Way.Login login = login(fields);
    String instance = fields.text("instance", "REPORTING").map(name -> "\\" + name).orElse("");
    Map<SqlProperty, String> properties = new PropertiesReader(file, problems).read(fields);
    return address.map(
        host -> new Way.SqlServer(host + instance, port, login, properties, deadline));
  }

  private Way.Login login(Fields fields) {
    Optional<Way.Auth> stated = fields.word("auth", AUTHS);
    Way.Auth auth = stated.orElse(Way.Auth.SQL);
    Optional<String> credentials = fields.text("credentials", "sql-reader");
    boolean needed = auth == Way.Auth.SQL || auth == Way.Auth.NTLM;
    if (needed && stated.isPresent() == fields.has("auth") && !fields.has("credentials")) {
      problems.add(
          fields.place(),
          "this login needs 'credentials', the id of a <server> in settings.xml;"
              + " or state 'auth: integrated'");
    }
    if (auth == Way.Auth.INTEGRATED) {
      fields.without(List.of("credentials"), "auth' other than 'integrated");
    }
    return new Way.Login(auth, credentials);
  }

  private static Optional<Duration> maxAge(Fields fields) {
    boolean never =
        fields
            .tree("maxAge")
            .filter(t -> t instanceof Tree.Scalar s && s.text().equals("never"))
            .isPresent();
    return never ? Optional.empty() : Optional.of(fields.span("maxAge").orElse(A_DAY));
  }

  Surroundings surroundings(Tree.Entry entry) {
    if (!(entry.value() instanceof Tree.Mapping stated)) {
      return Surroundings.unknown();
    }
    Fields fields = new Fields(stated, problems);
    return new Surroundings(
        fields.texts("answers", "relay.corp.example"),
        fields.value("seenAs", Types.ADDRESS_SET),
        fields.value("sendsFrom", Types.ADDRESS_SET),
        fields.number("usualLoad"));
  }
}
