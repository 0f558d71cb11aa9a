package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.powershell.CannedAnswer;

/** Record files that were cut off or changed on the way, beside one that is whole. */
@Timeout(120)
class RecordFaultsTest {

  private static final long SEED = 20_261_124;
  private static final int TRIES = 60;
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final String FRAME = "frame";

  @TempDir private Path folder;
  private final Random random = new Random(SEED);
  private Site site;

  @BeforeEach
  void a_whole_one() throws IOException {
    site = new Site(folder);
    Files.copy(RESOURCES.resolve("mojo/EX01.xml"), folder.resolve("whole.xml"));
    site.host("EX01", "{recorded: whole.xml, maxAge: never}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mojo/EX01.xml",
        "recorded/database-mail.xml",
        "recorded/two-connectors.clixml",
        FRAME
      })
  void a_file_that_is_cut_off_is_no_answer(String name) throws Exception {
    byte[] whole = bytes(name);
    int last = new String(whole, StandardCharsets.ISO_8859_1).stripTrailing().length();
    for (int i = 0; i < TRIES; i++) {
      host(i, Arrays.copyOf(whole, random.nextInt(last)));
    }

    Map<String, HostAnswer> asked = site.answers(4);

    assertThat(asked.remove("EX01")).isInstanceOf(HostAnswer.Answered.class);
    asked.forEach(Clear::assertClear);
    assertThat(asked).as("seed " + SEED).hasSize(TRIES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mojo/EX01.xml",
        "recorded/database-mail.xml",
        "recorded/two-connectors.clixml",
        "recorded/two-connectors.txt",
        FRAME
      })
  void a_file_in_which_a_byte_is_another_is_read_or_told_clearly(String name) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      byte[] changed = bytes(name);
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      host(i, changed);
    }

    Map<String, HostAnswer> asked = site.answers(4);

    assertThat(asked.remove("EX01")).isInstanceOf(HostAnswer.Answered.class);
    asked.values().removeIf(HostAnswer.Answered.class::isInstance); // it may be a letter of a text
    asked.forEach(Clear::assertClear);
  }

  @ParameterizedTest
  @ValueSource(strings = {"recorded/two-connectors.txt"})
  void a_text_that_is_cut_off_never_says_that_it_lists_everything(String name) throws Exception {
    byte[] whole = bytes(name);
    for (int i = 0; i < TRIES; i++) {
      host(i, Arrays.copyOf(whole, random.nextInt(whole.length)));
    }

    Map<String, HostAnswer> asked = site.answers(4);

    asked.remove("EX01");
    asked.forEach(
        (host, what) -> {
          if (what instanceof HostAnswer.Answered answered) {
            assertThat(answered.answer().complete()).as(host).isEmpty();
          } else {
            Clear.assertClear(host, what);
          }
        });
  }

  private static byte[] bytes(String name) throws IOException {
    return name.equals(FRAME)
        ? CannedAnswer.frame("5eed", CannedAnswer.connector()).getBytes(StandardCharsets.US_ASCII)
        : Files.readAllBytes(RESOURCES.resolve(name));
  }

  private void host(int number, byte[] content) throws IOException {
    Files.write(folder.resolve("cut" + number), content);
    site.host("CUT" + number, "{recorded: cut" + number + ", maxAge: never}");
  }
}
