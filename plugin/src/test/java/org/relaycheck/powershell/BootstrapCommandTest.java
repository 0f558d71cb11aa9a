package org.relaycheck.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BootstrapCommandTest {

  @Test
  void the_command_means_the_same_to_every_shell() {
    assertThat(BootstrapCommand.COMMAND).matches("[A-Za-z0-9+/=. -]+").hasSizeLessThan(8191);
  }

  @Test
  void the_command_says_what_the_script_says() {
    String encoded = BootstrapCommand.ARGUMENTS.get(BootstrapCommand.ARGUMENTS.size() - 1);

    String script = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_16LE);

    assertThat(script).isEqualTo(BootstrapCommand.SCRIPT);
  }

  @Test
  void powershell_leaves_standard_input_to_the_script() {
    assertThat(BootstrapCommand.SCRIPT).doesNotContainIgnoringCase("$input");
    assertThat(BootstrapCommand.ARGUMENTS).doesNotContain("-", "-Command", "-File");
  }

  @Test
  void the_payload_is_four_lines_of_ascii_with_a_hash_over_all_that_matters() {
    InputPayload payload =
        new InputPayload("abc", "echo 'ä'", "server=EX01", Optional.of("geheim"));

    String text = new String(payload.bytes(), StandardCharsets.US_ASCII);

    assertThat(text)
        .isEqualTo(
            """
            RELAY1 abc 4FF56564653DDC6E45CE9092DEF22632F4071166
            ZWNobyAnw6Qn
            c2VydmVyPUVYMDE=
            Z2VoZWlt
            """);
  }

  @Test
  void a_payload_does_not_show_what_it_carries() {
    InputPayload payload = new InputPayload("abc", "script", "user=someone", Optional.of("geheim"));

    assertThat(payload.toString()).isEqualTo("Payload[abc]");
  }
}
