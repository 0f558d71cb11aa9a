package org.relaycheck.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.relaycheck.engine.ResourceTypes;
import org.relaycheck.live.Answer;
import org.relaycheck.live.Asked;
import org.relaycheck.live.Connection;
import org.relaycheck.live.Item;
import org.relaycheck.live.Way;
import org.relaycheck.state.Place;
import org.relaycheck.value.Raw;

/** Files of a test's own folder, and what comes of asking them. */
final class Recordings {

  static final String KIND = "receiveConnectors";

  private final Path folder;

  Recordings(Path folder) {
    this.folder = folder;
  }

  /** What is on the class path under a name. */
  static String text(String name) {
    return new String(resource("/recorded/" + name), StandardCharsets.UTF_8);
  }

  static byte[] resource(String path) {
    try (InputStream in = Recordings.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  Path write(byte[] bytes) {
    try {
      return Files.write(Files.createTempFile(folder, "record", ".any"), bytes);
    } catch (IOException unwritten) {
      throw new UncheckedIOException(unwritten);
    }
  }

  Asked ask(Path file) {
    return ask(new Way.Recorded(file));
  }

  Asked ask(Way.Recorded file) {
    Connection connection =
        new Connection(
            "EX01",
            "EX01",
            file,
            Optional.empty(),
            false,
            new Place("relay-connections.yaml", 1, 1));
    return new RecordSource(ResourceTypes.receiveConnectors()).ask(connection);
  }

  Asked ask(String content) {
    return ask(content, StandardCharsets.UTF_8);
  }

  Asked ask(String content, Charset charset) {
    return ask(write(content.getBytes(charset)));
  }

  Answer answer(String content) {
    return answer(ask(content));
  }

  static Answer answer(Asked asked) {
    assertThat(asked).isInstanceOf(Asked.Answered.class);
    return ((Asked.Answered) asked).answer();
  }

  Asked.Failed failure(String content) {
    return failure(ask(content));
  }

  static Asked.Failed failure(Asked asked) {
    assertThat(asked).isInstanceOf(Asked.Failed.class);
    return (Asked.Failed) asked;
  }

  static Item item(Answer answer, String name) {
    return answer.items().stream()
        .filter(item -> item.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static Raw items(String... values) {
    return Raw.items(List.of(values));
  }
}
