package org.relaycheck.yaml;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.relaycheck.state.Place;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;
import org.relaycheck.value.Types;
import org.relaycheck.value.ValueType;

/** The fields of a host, a powershell entry, or a waiver. */
public final class MappingFields {

  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._:-]+");
  private static final int LAST_PORT = 65_535;
  private static final Set<String> SECRETS =
      Set.of("password", "passwd", "pwd", "pass", "passphrase", "secret", "token", "privatekey");

  private final YamlTree.Mapping stated;
  private final FileProblems problems;
  private final NodeShape shape;

  public MappingFields(YamlTree.Mapping stated, FileProblems problems) {
    this.stated = stated;
    this.problems = problems;
    this.shape = new NodeShape(problems);
  }

  public Place place() {
    return stated.place();
  }

  public List<YamlTree.Entry> entries() {
    return stated.entries();
  }

  public boolean has(String key) {
    return stated.get(key).isPresent();
  }

  public Optional<YamlTree> tree(String key) {
    return stated.get(key);
  }

  /** Refuses every other key; whether there is none. */
  public boolean only(String where, List<String> known) {
    boolean all = true;
    for (YamlTree.Entry entry : stated.entries()) {
      if (SECRETS.contains(entry.name().toLowerCase(Locale.ROOT))) {
        problems.add(
            entry.place(),
            "'"
                + entry.name()
                + "' may not stand here: keep secrets in a <server> of settings.xml"
                + " and name its id, such as 'credentials: sql-reader'");
      } else if (!known.contains(entry.name())) {
        shape.unknownKey(entry, where, known);
        all = false;
      }
    }
    return all;
  }

  /** Refuses keys that mean something only beside another. */
  public void without(List<String> keys, String owner) {
    for (YamlTree.Entry entry : stated.entries()) {
      if (keys.contains(entry.name())) {
        problems.add(
            entry.place(), "'" + entry.name() + "' works only together with '" + owner + "'");
      }
    }
  }

  /** The one of several keys that is there; two at once are a problem. */
  public Optional<String> oneOf(List<String> keys) {
    List<String> there = keys.stream().filter(this::has).toList();
    if (there.size() > 1) {
      problems.add(
          place(), "'" + String.join("' and '", there) + "' exclude each other; keep one of them");
    }
    return there.stream().findFirst();
  }

  public Optional<YamlTree.Scalar> scalar(String key, String example) {
    return tree(key).flatMap(t -> shape.text(t, "'" + key + "'", example));
  }

  public Optional<String> text(String key, String example) {
    return scalar(key, example).map(YamlTree.Scalar::text);
  }

  /** A host name or an IP address; what is none is not shown, for it may hold a password. */
  public Optional<String> address(String key, String hint) {
    Optional<YamlTree.Scalar> stated = scalar(key, "sql01.corp.example");
    Optional<String> address = stated.map(YamlTree.Scalar::text).filter(ADDRESS.asMatchPredicate());
    if (stated.isPresent() && address.isEmpty()) {
      problems.add(
          stated.get().place(),
          "'" + key + "' takes only a host name, such as sql01.corp.example; " + hint);
    }
    return address;
  }

  public List<String> texts(String key, String example) {
    return tree(key).map(t -> shape.texts(t, "'" + key + "'", example)).orElse(List.of()).stream()
        .map(YamlTree.Scalar::text)
        .toList();
  }

  public <E> Optional<E> word(String key, Map<String, E> words) {
    return tree(key).flatMap(t -> shape.word(t, "'" + key + "'", words));
  }

  public boolean flag(String key) {
    return word(key, Map.of("true", true, "false", false)).orElse(false);
  }

  public Optional<Integer> port() {
    return value("port", Types.COUNT)
        .filter(
            number -> holds("port", number > 0 && number <= LAST_PORT, "a port from 1 to 65535"))
        .map(Long::intValue);
  }

  public Optional<Long> number(String key) {
    return value(key, Types.COUNT)
        .filter(number -> holds(key, number >= 0, "a number that is not negative"));
  }

  public Optional<Duration> span(String key) {
    return value(key, Types.SPAN)
        .filter(
            span ->
                holds(
                    key, !span.isNegative() && !span.isZero(), "a duration above 0, such as 30s"));
  }

  /** A path, relative to the file that names it. */
  public Optional<Path> path(String key, Path file) {
    return scalar(key, "records/EX01.xml")
        .flatMap(
            scalar -> {
              try {
                return Optional.of(file.resolveSibling(scalar.text()).normalize());
              } catch (InvalidPathException noPath) {
                shape.expected(scalar, "'" + key + "'", "a path such as records/EX01.xml");
                return Optional.empty();
              }
            });
  }

  public <T> Optional<T> value(String key, ValueType<T> type) {
    return tree(key)
        .flatMap(
            tree -> {
              Raw raw =
                  tree instanceof YamlTree.Scalar scalar
                      ? Raw.text(scalar.text())
                      : Raw.items(texts(key, "10.0.4.11"));
              Seen<T> seen = tree instanceof YamlTree.Mapping ? Seen.nothing() : type.read(raw);
              if (seen.known().isEmpty()) {
                shape.expected(tree, "'" + key + "'", type.hint());
              }
              return seen.known();
            });
  }

  public boolean holds(String key, boolean condition, String wanted) {
    if (!condition) {
      tree(key).ifPresent(tree -> shape.expected(tree, "'" + key + "'", wanted));
    }
    return condition;
  }
}
