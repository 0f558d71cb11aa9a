package org.relaycheck.record;

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
import org.relaycheck.goal.ResourceKinds;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
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

  HostAnswer ask(Path file) {
    return ask(new HostWay.Recorded(file));
  }

  HostAnswer ask(HostWay.Recorded file) {
    HostConnection connection =
        new HostConnection(
            "EX01",
            "EX01",
            file,
            Optional.empty(),
            false,
            new Place("relay-connections.yaml", 1, 1));
    return new RecordSource(ResourceKinds.receiveConnectors()).ask(connection);
  }

  HostAnswer ask(String content) {
    return ask(content, StandardCharsets.UTF_8);
  }

  HostAnswer ask(String content, Charset charset) {
    return ask(write(content.getBytes(charset)));
  }

  Answer answer(String content) {
    return answer(ask(content));
  }

  static Answer answer(HostAnswer asked) {
    assertThat(asked).isInstanceOf(HostAnswer.Answered.class);
    return ((HostAnswer.Answered) asked).answer();
  }

  HostAnswer.Failed failure(String content) {
    return failure(ask(content));
  }

  static HostAnswer.Failed failure(HostAnswer asked) {
    assertThat(asked).isInstanceOf(HostAnswer.Failed.class);
    return (HostAnswer.Failed) asked;
  }

  static AnswerItem item(Answer answer, String name) {
    return answer.items().stream()
        .filter(item -> item.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static Raw items(String... values) {
    return Raw.items(List.of(values));
  }
}
