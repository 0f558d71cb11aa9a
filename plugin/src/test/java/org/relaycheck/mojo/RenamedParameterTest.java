package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class RenamedParameterTest {

  private final Properties given = new Properties();

  @Test
  void a_former_name_is_refused_with_the_name_of_today() {
    given.setProperty("relay.baseline", "true");

    assertThatExceptionOfType(MojoExecutionException.class)
        .isThrownBy(() -> RenamedParameter.refuse(given))
        .withMessage("relay.baseline is called relay.snapshot now: \"-Drelay.snapshot=...\"");
  }

  @Test
  void the_name_of_today_is_not_refused() {
    given.setProperty("relay.snapshot", "true");

    assertThatCode(() -> RenamedParameter.refuse(given)).doesNotThrowAnyException();
  }
}
