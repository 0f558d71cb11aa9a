package org.relaycheck.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The guard of {@code -Dquick}, which compiles what is newer than its class, and so leaves what
 * uses a changed signature as it was. Such classes are deleted, and the same command compiles them.
 */
public final class StaleClasses implements LauncherSessionListener {

  private static final List<Path> SOURCES =
      List.of(
          Path.of("src/main/java"),
          Path.of("src/test/java"),
          Path.of("src/bench/java"),
          Path.of("target/generated-sources/plugin"));

  private static final List<Path> FOLDERS =
      List.of(Path.of("target/classes"), Path.of("target/test-classes"));
  private static final String OBJECT = "java/lang/Object";
  private static final Set<String> OF_OBJECT = membersOf(OBJECT);

  /** What the compiler completes. */
  private static final Set<String> COMPLETED = Set.of(OBJECT, "java/lang/Record", "java/lang/Enum");

  private final Map<String, LinkedClass> classes = new HashMap<>();
  private final Map<String, Path> files = new HashMap<>();
  private final Map<String, Set<String>> libraries = new HashMap<>();

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (System.getProperty("quick") == null) {
      return;
    }
    try {
      Set<String> stale = deleted(SOURCES, FOLDERS);
      if (!stale.isEmpty()) {
        throw new IllegalStateException(
            "What these use has changed, and they are older: "
                + String.join(", ", stale)
                + ". The same command again compiles them.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes what has no source, and what does not link, whose simple names it tells. */
  Set<String> deleted(List<Path> sources, List<Path> folders) throws IOException {
    for (Path folder : folders) {
      read(folder, sources);
    }
    Set<String> stale = new TreeSet<>();
    for (LinkedClass one : classes.values()) {
      if (!links(one)) {
        String source = sourceOf(one);
        Files.deleteIfExists(files.getOrDefault(source, files.get(one.name())));
        stale.add(source.substring(source.lastIndexOf('/') + 1));
      }
    }
    return stale;
  }

  private static String sourceOf(LinkedClass one) {
    return one.name().replaceFirst("\\$.*", "");
  }

  private void read(Path folder, List<Path> sources) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path file : tree.filter(path -> path.toString().endsWith(".class")).toList()) {
        LinkedClass one = LinkedClass.of(Files.readAllBytes(file));
        if (sources.stream()
            .map(root -> root.resolve(sourceOf(one) + ".java"))
            .anyMatch(Files::exists)) {
          classes.put(one.name(), one);
          files.put(one.name(), file);
        } else {
          Files.delete(file);
        }
      }
    }
  }

  private boolean links(LinkedClass one) {
    return one.used().stream().allMatch(use -> has(use.owner(), use.member()))
        && (one.isAbstract() || isWhole(one));
  }

  private boolean has(String owner, String member) {
    Optional<LinkedClass> ours = Optional.ofNullable(classes.get(owner));
    if (ours.isEmpty()) {
      return !owner.startsWith("org/relaycheck/") && libraryHas(owner, nameOf(member));
    }
    LinkedClass one = ours.get();
    return one.declared().contains(member)
        || one.toImplement().contains(member)
        || OF_OBJECT.contains(nameOf(member))
        || !member.startsWith("<") && one.supers().stream().anyMatch(above -> has(above, member));
  }

  private static String nameOf(String member) {
    return member.substring(0, member.indexOf(' '));
  }

  /** By the name alone: libraries do not change between two builds. */
  private boolean libraryHas(String owner, String name) {
    return owner.startsWith("[")
        || name.startsWith("<")
        || libraries.computeIfAbsent(owner, StaleClasses::membersOf).contains(name);
  }

  private static Set<String> membersOf(String library) {
    try {
      Set<String> all = new HashSet<>();
      Optional<Class<?>> next =
          Optional.of(
              Class.forName(library.replace('/', '.'), false, StaleClasses.class.getClassLoader()));
      while (next.isPresent()) {
        Class<?> one = next.get();
        Stream.of(
                one.getDeclaredMethods(),
                one.getDeclaredFields(),
                one.getMethods(),
                one.getFields())
            .flatMap(Stream::of)
            .map(Member::getName)
            .forEach(all::add);
        next = Optional.ofNullable(one.getSuperclass());
      }
      return all;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(library, e);
    }
  }

  private boolean isWhole(LinkedClass one) {
    Set<String> wanted = new HashSet<>();
    Set<String> bodies = new HashSet<>();
    boolean known = collect(one.name(), wanted, bodies);
    return !known
        || wanted.stream()
            .allMatch(member -> bodies.contains(member) || OF_OBJECT.contains(nameOf(member)));
  }

  /** Whether all that is above is known. */
  private boolean collect(String name, Set<String> wanted, Set<String> bodies) {
    Optional<LinkedClass> ours = Optional.ofNullable(classes.get(name));
    if (ours.isEmpty()) {
      return COMPLETED.contains(name);
    }
    wanted.addAll(ours.get().toImplement());
    bodies.addAll(ours.get().declared());
    return ours.get().supers().stream().filter(above -> !collect(above, wanted, bodies)).count()
        == 0;
  }
}
