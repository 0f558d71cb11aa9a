package org.relaycheck.connections;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.SqlProperty;
import org.relaycheck.state.HostSurroundings;
import org.relaycheck.value.Types;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.MappingFields;
import org.relaycheck.yaml.NodeShape;
import org.relaycheck.yaml.YamlTree;

/** Reads the hosts of a connections file. */
final class HostReader {

  private static final Duration A_DAY = Duration.ofHours(24);
  private static final List<String> WAYS = List.of("powershell", "sqlserver", "recorded");
  private static final List<String> SQL_KEYS =
      List.of("port", "instance", "auth", "credentials", "properties", "deadline");
  static final List<String> KEYS =
      List.of(
          "powershell",
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
  private static final Map<String, HostWay.Auth> AUTHS =
      Map.of(
          "sql", HostWay.Auth.SQL,
          "ntlm", HostWay.Auth.NTLM,
          "kerberos", HostWay.Auth.KERBEROS,
          "integrated", HostWay.Auth.INTEGRATED,
          "entra", HostWay.Auth.ENTRA);

  private final Path file;
  private final PowerShellReader powershell;
  private final HostDefaults defaults;
  private final FileProblems problems;

  HostReader(Path file, PowerShellReader powershell, HostDefaults defaults, FileProblems problems) {
    this.file = file;
    this.powershell = powershell;
    this.defaults = defaults;
    this.problems = problems;
  }

  Optional<HostConnection> connection(YamlTree.Entry entry) {
    if (entry.name().equals(Connections.ALL)) {
      problems.add(entry.place(), "'all' means every host of a kind; no host can be named so");
    }
    if (!(entry.value() instanceof YamlTree.Mapping stated)) {
      String wanted = "a mapping such as {powershell: org}";
      new NodeShape(problems).expected(entry.value(), "host '" + entry.name() + "'", wanted);
      return Optional.empty();
    }
    MappingFields fields = new MappingFields(stated, problems);
    boolean known = fields.only("a host", KEYS);
    String server = fields.text("server", "EX01").orElse(entry.name());
    boolean complete = fields.flag("complete");
    Optional<Duration> maxAge = maxAge(fields);
    return way(entry.name(), stated, known)
        .map(way -> new HostConnection(entry.name(), server, way, maxAge, complete, entry.place()));
  }

  private Optional<HostWay> way(String host, YamlTree.Mapping stated, boolean known) {
    MappingFields fields = new MappingFields(stated, problems);
    Optional<String> way = fields.oneOf(WAYS);
    if (way.isEmpty()) {
      if (known) { // else the way may be what is misspelt
        problems.add(
            fields.place(),
            "host '"
                + host
                + "' does not say how to reach it; add 'powershell', 'sqlserver' or 'recorded'");
      }
      return Optional.empty();
    }
    if (way.get().equals("sqlserver")) {
      return sqlServer(new MappingFields(defaults.sqlServer(stated), problems));
    }
    fields.without(SQL_KEYS, "sqlserver");
    return way.get().equals("powershell")
        ? fields
            .tree("powershell")
            .flatMap(tree -> powershell.way(tree, host))
            .map(HostWay.Through::new)
        : fields.path("recorded", file).map(HostWay.Recorded::new);
  }

  private Optional<HostWay> sqlServer(MappingFields fields) {
    Optional<String> address =
        fields.address("sqlserver", "an instance is reached by its 'port', such as 'port: 14330'");
    Optional<Integer> port = fields.port();
    Optional<Duration> deadline = fields.span("deadline");
    HostWay.Login login = login(fields);
    String instance = fields.text("instance", "REPORTING").map(name -> "\\" + name).orElse("");
    Map<SqlProperty, String> properties = new PropertiesReader(file, problems).read(fields);
    return address.map(
        host -> new HostWay.SqlServer(host + instance, port, login, properties, deadline));
  }

  private HostWay.Login login(MappingFields fields) {
    Optional<HostWay.Auth> stated = fields.word("auth", AUTHS);
    HostWay.Auth auth = stated.orElse(HostWay.Auth.SQL);
    Optional<String> credentials = fields.text("credentials", "sql-reader");
    boolean needed = auth == HostWay.Auth.SQL || auth == HostWay.Auth.NTLM;
    if (needed && stated.isPresent() == fields.has("auth") && !fields.has("credentials")) {
      problems.add(
          fields.place(),
          "this login needs 'credentials', the id of a <server> in settings.xml;"
              + " or state 'auth: integrated'");
    }
    if (auth == HostWay.Auth.INTEGRATED) {
      fields.without(List.of("credentials"), "auth' other than 'integrated");
    }
    return new HostWay.Login(auth, credentials);
  }

  private static Optional<Duration> maxAge(MappingFields fields) {
    boolean never =
        fields
            .tree("maxAge")
            .filter(t -> t instanceof YamlTree.Scalar s && s.text().equals("never"))
            .isPresent();
    return never ? Optional.empty() : Optional.of(fields.span("maxAge").orElse(A_DAY));
  }

  HostSurroundings surroundings(YamlTree.Entry entry) {
    if (!(entry.value() instanceof YamlTree.Mapping stated)) {
      return HostSurroundings.unknown();
    }
    MappingFields fields = new MappingFields(stated, problems);
    return new HostSurroundings(
        fields.texts("answers", "relay.corp.example"),
        fields.value("seenAs", Types.ADDRESS_SET),
        fields.value("sendsFrom", Types.ADDRESS_SET),
        fields.number("usualLoad"));
  }
}
