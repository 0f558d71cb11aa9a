package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NextCommandTest {

  private static final String SAID = "try: mvn relay:check \"-Drelay.failOn=none\"";

  @Test
  void maven_is_told_the_plugin_and_a_property() {
    NextCommand next =
        new NextCommand(NextCommand.Spelling.maven(" -f \"a.xml\"", "relay"), Map.of());

    assertThat(next.in(SAID))
        .isEqualTo("try: mvn -f \"a.xml\" relay:check \"-Drelay.failOn=none\"");
  }

  @Test
  void the_command_relay_is_told_the_goal_and_a_parameter() {
    NextCommand next =
        new NextCommand(
            NextCommand.Spelling.launcher(" -f \"a.xml\""), Map.of("relay.policy", "p q.yaml"));

    assertThat(next.in(SAID))
        .isEqualTo("try: relay check -f \"a.xml\" \"--policy=p q.yaml\" \"--failOn=none\"");
  }
}
