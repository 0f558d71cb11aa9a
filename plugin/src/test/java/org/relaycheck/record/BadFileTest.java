package org.relaycheck.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relaycheck.live.HostAnswer;

/** Whatever is wrong with a file, the answer is what happened and what to do. */
class BadFileTest {

  private static final long MOST = 64L * 1024 * 1024;

  @TempDir private Path folder;
  private Recordings recordings;

  @BeforeEach
  void give_the_folder() {
    recordings = new Recordings(folder);
  }

  @Test
  void a_file_that_is_not_there() {
    Path file = folder.resolve("EX01.xml");

    HostAnswer.Failed failed = Recordings.failure(recordings.ask(file));

    assertThat(failed.why()).endsWith("EX01.xml does not exist");
    assertThat(failed.fix())
        .contains("mvn relay:record", "$FormatEnumerationLimit = -1", "-Encoding UTF8 -Width 4096");
  }

  @Test
  void a_folder() {
    assertThat(Recordings.failure(recordings.ask(folder)).why()).endsWith("is not a file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", " \r\n\t\n"})
  void a_file_with_nothing_in_it(String content) {
    assertThat(recordings.failure(content).why()).endsWith("is empty");
  }

  @ParameterizedTest
  @ValueSource(longs = {MOST + 1, 100L * 1024 * 1024, 4L * 1024 * 1024 * 1024})
  void a_file_that_is_too_large(long size) throws IOException {
    HostAnswer.Failed failed = Recordings.failure(recordings.ask(sparse("", size)));

    assertThat(failed.why()).contains("is larger than 64 MB");
  }

  @Test
  void a_file_of_just_64_megabytes_is_looked_at() throws IOException {
    HostAnswer.Failed failed = Recordings.failure(recordings.ask(sparse("<record>", MOST)));

    assertThat(failed.why()).contains(":1:9  a NUL character stands here");
  }

  private Path sparse(String beginning, long size) throws IOException {
    Path path = recordings.write(beginning.getBytes(StandardCharsets.UTF_8));
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(size);
    }
    return path;
  }

  @Test
  void bytes_of_an_old_code_page_are_told_with_their_place_and_not_guessed() {
    HostAnswer asked =
        recordings.ask("Name : A\nBanner : 220 M\u00FCller\n", Charset.forName("windows-1252"));

    HostAnswer.Failed failed = Recordings.failure(asked);
    assertThat(failed.why()).endsWith(":2:15  these bytes are not UTF-8");
    assertThat(failed.fix()).contains("-Encoding UTF8");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8189, 8190, 8191, 8192, 16383})
  void a_bad_byte_is_found_wherever_it_lies(int at) {
    byte[] bytes = "<".concat("\u00E9".repeat(10_000)).getBytes(StandardCharsets.UTF_8);
    bytes[at] = (byte) 0xFF;

    assertThat(Recordings.failure(recordings.ask(recordings.write(bytes))).why())
        .endsWith(":1:" + (2 + (at - 1) / 2) + "  these bytes are not UTF-8");
  }

  @Test
  void a_utf_16_file_that_ends_in_half_a_character() {
    byte[] bytes = "\uFEFF<record/>".getBytes(StandardCharsets.UTF_16LE);

    HostAnswer asked = recordings.ask(recordings.write(Arrays.copyOf(bytes, bytes.length - 1)));

    assertThat(Recordings.failure(asked).why()).endsWith(":1:10  these bytes are not UTF-16LE");
  }

  @Test
  void xml_that_says_it_is_in_another_encoding() {
    String xml = "<?xml version='1.0' encoding='windows-1252'?><record version='1' host='A'/>";

    assertThat(recordings.failure(xml).why()).contains("windows-1252 is not read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE record SYSTEM 'file:///no/such/file.dtd'>%s",
        "<!DOCTYPE record [<!ENTITY x SYSTEM 'file:///no/such/file'>]>%s&x;",
        "<!DOCTYPE record [<!ENTITY % x SYSTEM 'http://192.0.2.1/x'> %x;]>%s",
        "<!DOCTYPE record [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]>%s",
      })
  void a_document_type_is_refused_before_anything_it_names_is_opened(String prolog) {
    String xml =
        prolog.replace("%s", "<record version='1' host='A'><fact name='f'>&b;</fact></record>");

    assertThat(recordings.failure(xml).why()).contains(":1:").contains("a DOCTYPE is not read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<record version='1' host='A'><fact name='f'>&b;</fact></record>",
        "<record version='1' host='&b;'/>",
        "<record version='1' host='A'><fact name='f'></record>",
        "<record version='1' host='A'/><record/>",
        "<record version='1' host='A' host='B'/>",
        "<record version='1' host='A'>",
        "<record version='1' host='A",
        "<record version='1' host='A'><fact name='f'>&#0;</fact></record>",
        "<",
        "<?xml version='1.0'?>",
        "<?xml version='1.0'",
        "<!-- ",
        "<record version='1' host='A'/>\nmsg 229, level 14"
      })
  void xml_that_is_broken(String xml) {
    assertThat(recordings.failure(xml).why()).matches("(?s).*:[12]:\\d+  .*");
  }

  @Test
  void nothing_that_a_broken_copy_can_hold_is_thrown() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String[] originals = {"two-connectors.clixml", "two-connectors.txt", "database-mail.xml"};
    for (int round = 0; round < 600; round++) {
      byte[] bytes = Recordings.text(originals[round % 3]).getBytes(StandardCharsets.UTF_8);
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
      }
      Path file = recordings.write(bytes);

      HostAnswer asked = recordings.ask(file);

      assertThat(asked).as("seed " + seed + ", round " + round).isNotNull();
      deleted(file);
    }
  }

  private static void deleted(Path file) {
    assertThat(file.toFile().delete()).isTrue();
  }

  @Test
  void the_name_of_the_file_says_nothing_about_its_format() throws IOException {
    Path list = recordings.file("EX01.xml");
    Files.writeString(list, Recordings.text("two-connectors.txt"));
    Path xml = recordings.file("EX01.txt");
    Files.writeString(xml, Recordings.text("two-connectors.clixml"));

    assertThat(Recordings.answer(recordings.ask(list)).items()).hasSize(2);
    assertThat(Recordings.answer(recordings.ask(xml)).items()).hasSize(2);
  }
}
