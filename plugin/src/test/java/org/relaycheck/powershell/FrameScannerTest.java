package org.relaycheck.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameScannerTest {

  private static final String NONCE = "5eed";
  private static final String FRAME = CannedAnswer.frame(NONCE, "grün\tand more\n".repeat(20));
  private static final AnswerFrame WHOLE = new AnswerFrame.Whole("grün\tand more\n".repeat(20));

  @Test
  void a_frame_is_found_wherever_the_packets_part_it() {
    byte[] bytes = FRAME.getBytes(StandardCharsets.US_ASCII);

    for (int cut = 0; cut <= bytes.length; cut++) {
      FrameScanner scanner = new FrameScanner(NONCE);
      scanner.accept(bytes, 0, cut);
      scanner.accept(bytes, cut, bytes.length - cut);

      assertThat(scanner.frame()).as("cut at " + cut).isEqualTo(WHOLE);
    }
  }

  @Test
  void a_frame_is_found_byte_by_byte() {
    FrameScanner scanner = new FrameScanner(NONCE);

    for (byte b : FRAME.getBytes(StandardCharsets.US_ASCII)) {
      scanner.accept(new byte[] {b}, 0, 1);
    }

    assertThat(scanner.frame()).isEqualTo(WHOLE);
  }

  @Test
  void bare_line_feeds_are_as_good() {
    assertThat(scan(FRAME.replace("\r\n", "\n"))).isEqualTo(WHOLE);
  }

  @Test
  void a_frame_is_found_amid_noise() {
    String noise = "\uFEFFMicrosoft Windows\r\n\r\nC:\\>echo on\r\nRELAY-BEAT\r\nno line end:";

    assertThat(scan(noise + FRAME + "bye\r\nRELAY-END x")).isEqualTo(WHOLE);
  }

  @Test
  void a_frame_of_another_run_is_noise() {
    assertThat(scan(CannedAnswer.frame("0ther", "forged") + FRAME)).isEqualTo(WHOLE);
    assertThat(scan(CannedAnswer.frame("0ther", "forged"))).isInstanceOf(AnswerFrame.Absent.class);
  }

  @Test
  void noise_is_told_but_bounded() {
    AnswerFrame frame = scan("The command line is too long.\r\n" + "x".repeat(9_000_000));

    assertThat(((AnswerFrame.Absent) frame).noise())
        .startsWith("The command line is too long.")
        .hasSizeLessThan(10_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 80, 200, 300})
  void an_answer_that_ends_early_is_incomplete(int missing) {
    AnswerFrame frame = scan(FRAME.substring(0, FRAME.length() - missing - 60));

    assertThat(frame).isInstanceOf(AnswerFrame.Broken.class);
  }

  @Test
  void a_lost_line_is_noticed() {
    String[] lines = FRAME.split("\r\n");
    lines[2] = "";

    assertThat(scan(String.join("\r\n", lines)))
        .isEqualTo(new AnswerFrame.Broken("243 bytes arrived of 300"));
  }

  @Test
  void a_changed_byte_is_noticed() {
    int at = FRAME.indexOf("\r\n") + 10;
    char other = FRAME.charAt(at) == 'A' ? 'B' : 'A';

    AnswerFrame frame = scan(FRAME.substring(0, at) + other + FRAME.substring(at + 1));

    assertThat(frame)
        .isEqualTo(new AnswerFrame.Broken("all 300 bytes arrived, but not as they were sent"));
  }

  @Test
  void an_end_without_hash_is_no_end() {
    assertThat(scan("RELAY-BEGIN 5eed 1\nAAAA\nRELAY-END 5eed 3\n"))
        .isEqualTo(new AnswerFrame.Broken("the answer ends without its length and hash"));
  }

  @Test
  void the_reason_for_giving_up_is_told() {
    assertThat(scan("RELAY-FAIL 5eed " + CannedAnswer.b64("payload damaged") + "\r\n"))
        .isEqualTo(new AnswerFrame.GaveUp("payload damaged"));
    assertThat(scan("RELAY-FAIL - " + CannedAnswer.b64("no header")))
        .isEqualTo(new AnswerFrame.GaveUp("no header"));
  }

  @Test
  void any_damage_at_all_is_noticed() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] good = FRAME.getBytes(StandardCharsets.US_ASCII);

    for (int i = 0; i < 2000; i++) {
      byte[] bytes = good.clone();
      int at = random.nextInt(bytes.length);
      bytes[at] = (byte) random.nextInt(256);
      FrameScanner scanner = new FrameScanner(NONCE);
      scanner.accept(bytes, 0, bytes.length);
      AnswerFrame frame = scanner.frame();

      if (frame instanceof AnswerFrame.Whole) {
        assertThat(frame).as("seed " + seed + ", round " + i).isEqualTo(WHOLE);
      }
    }
  }

  private static AnswerFrame scan(String output) {
    FrameScanner scanner = new FrameScanner(NONCE);
    byte[] bytes = output.getBytes(StandardCharsets.UTF_8);
    scanner.accept(bytes, 0, bytes.length);
    return scanner.frame();
  }
}
