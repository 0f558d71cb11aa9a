package org.relaycheck.mojo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The records of the program that hold something secret, as their components are called. */
final class Records {

  private static final Path CLASSES = Path.of("target/classes");
  private static final Pattern SECRET = Pattern.compile("(?i).*(password|passphrase|secret).*");

  private Records() {}

  /** All that hold a secret. */
  static List<Class<?>> holding() {
    try (Stream<Path> files = Files.walk(CLASSES.resolve("org/relaycheck"))) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .<Class<?>>map(Records::loaded)
          .filter(Class::isRecord)
          .filter(type -> Stream.of(type.getRecordComponents()).anyMatch(Records::secret))
          .toList();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  /** Those whose text shows a secret that they hold. */
  static List<Class<?>> showing(String secret) {
    return holding().stream().filter(type -> made(type, secret).contains(secret)).toList();
  }

  private static boolean secret(RecordComponent component) {
    return SECRET.matcher(component.getName()).matches()
        && List.of(String.class, Optional.class).contains(component.getType());
  }

  private static Class<?> loaded(String file) {
    try {
      String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
      return Class.forName(name.replace('\\', '.'), false, Records.class.getClassLoader());
    } catch (ClassNotFoundException gone) {
      throw new IllegalStateException(gone);
    }
  }

  private static String made(Class<?> type, String secret) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values =
        Arrays.stream(components).map(component -> value(component, secret)).toArray();
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values).toString();
    } catch (ReflectiveOperationException other) {
      throw new IllegalStateException(type + " cannot be made here", other);
    }
  }

  private static Object value(RecordComponent component, String secret) {
    String text = secret(component) ? secret : "harmless";
    return component.getType() == Optional.class ? Optional.of(text) : text;
  }
}
