package org.relaycheck.goal.init;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.export.Export;
import org.relaycheck.yaml.PolicyException;

/** Writes a first policy, its connections, and what an editor and git need to know of them. */
public final class Init {

  private static final String TEMPLATES = "/META-INF/relay/init/";
  private static final String SCHEMAS = "/META-INF/relay/schema/";
  private static final String POLICY = "relay-policy";
  private static final String CONNECTIONS = "relay-connections";
  private static final String RECORDED =
      """
      # How each server is read: here from the file that its settings were listed to. Ask it directly
      # as soon as you may, so that a check says what it has now:
      #   EX01: {powershell: org}
      #   SQL01: {sqlserver: sql01.corp.example, credentials: sql-reader}
      """;

  private final GoalPorts ports;

  public Init(GoalPorts ports) {
    this.ports = ports;
  }

  /**
   * What came of it; something was written only if nothing was in the way and all was read.
   *
   * @param inTheWay files that are there and would be replaced
   * @param unread hosts whose records could not be read, each with the reason
   * @param written the files
   */
  public record Result(List<Path> inTheWay, SortedMap<String, String> unread, List<Path> written) {

    public Result {
      inTheWay = List.copyOf(inTheWay);
      written = List.copyOf(written);
    }

    /** Why nothing was written, and what to do. */
    public Optional<String> refusal() {
      if (!inTheWay.isEmpty()) {
        return Optional.of(
            "nothing was written, because this would be replaced: "
                + inTheWay.stream().map(Path::toString).collect(Collectors.joining(", "))
                + "; move it away, or write to other names with \"-Drelay.policy=other.yaml\""
                + " \"-Drelay.connections=other-connections.yaml\"");
      }
      return unread.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "nothing was written, because this could not be read: "
                  + String.join(", ", unread.keySet())
                  + "; list it again, or name only the files that hold a server's settings");
    }
  }

  /**
   * Writes the files that the request names.
   *
   * @param records what the policy is made of; empty for templates
   * @param ignored what git is to leave out
   * @throws PolicyException if no policy can be made of the records
   * @throws IOException if a file cannot be written; then none is
   */
  public Result run(GoalRequest request, List<Path> records, IgnoredFolder ignored)
      throws PolicyException, IOException {
    Path policy = request.policies().get(0);
    Path connections = request.connections();
    Path schemas = policy.resolveSibling(".relay");
    Path policySchema = schemas.resolve(POLICY + ".schema.json");
    Path connectionsSchema = schemas.resolve(CONNECTIONS + ".schema.json");
    List<Path> inTheWay =
        NewFiles.there(List.of(policy, connections, policySchema, connectionsSchema));
    if (!inTheWay.isEmpty()) {
      return new Result(inTheWay, new TreeMap<>(), List.of());
    }
    FirstTexts texts = texts(request, records);
    if (!texts.unread().isEmpty()) {
      return new Result(List.of(), texts.unread(), List.of());
    }
    NewFiles files = new NewFiles();
    files.put(policy, wired(policy, policySchema) + texts.policy());
    files.put(connections, wired(connections, connectionsSchema) + texts.connections());
    files.put(policySchema, resource(SCHEMAS + policySchema.getFileName()));
    files.put(connectionsSchema, resource(SCHEMAS + connectionsSchema.getFileName()));
    files.write();
    ignored.ignore();
    return new Result(List.of(), new TreeMap<>(), files.paths());
  }

  /** What stands in both files, or why it cannot. */
  private record FirstTexts(String policy, String connections, SortedMap<String, String> unread) {}

  private FirstTexts texts(GoalRequest request, List<Path> records) throws PolicyException {
    if (records.isEmpty()) {
      return new FirstTexts(
          resource(TEMPLATES + POLICY + ".yaml"),
          resource(TEMPLATES + CONNECTIONS + ".yaml"),
          new TreeMap<>());
    }
    Path folder = request.connections().toAbsolutePath().getParent();
    Export.Result found = new Export(ports).run(request, records, Objects.requireNonNull(folder));
    return new FirstTexts(
        found.policy(),
        RECORDED + found.connections().orElse("") + unlisted(found.unlisted()),
        found.unread());
  }

  /** As comments, since how to reach them is not in the files. */
  private static String unlisted(List<String> entries) {
    return entries.isEmpty()
        ? ""
        : "  # In the organisation, and in none of the files:\n  # "
            + String.join("\n  # ", entries)
            + "\n";
  }

  /** The line by which editors with a YAML language server find a file's schema. */
  private static String wired(Path file, Path schema) {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent());
    Path way = folder.relativize(schema.toAbsolutePath().normalize());
    return "# yaml-language-server: $schema=" + way.toString().replace('\\', '/') + "\n";
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Init.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
