package org.relaycheck.policy.preset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The presets on a class path, in {@code META-INF/relay/presets}, where an index names them. */
public final class ClassPathPresets implements PresetSource {

  private static final String FOLDER = "META-INF/relay/presets/";

  private final ClassLoader loader;

  public ClassPathPresets(ClassLoader loader) {
    this.loader = loader;
  }

  /** Only what the index names is a preset, so that no name leads out of the folder. */
  @Override
  public Optional<String> text(String name) {
    return names().contains(name) ? resource(name + ".yaml") : Optional.empty();
  }

  @Override
  public List<String> names() {
    return resource("index.txt").stream()
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private Optional<String> resource(String file) {
    try (InputStream in = loader.getResourceAsStream(FOLDER + file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
