package org.relaycheck.policy.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.expected.ExpectedFiles;

/** Every message, word for word: they are what a user has to work with. */
@Tag(ExpectedFiles.TAG)
class MessagesTest {

  private static final String STRICT =
      "version: 1\ntemplates: {receiveConnectors: {strict: {MaxHops: 60}}}\n";

  @TempDir Path folder;

  @Test
  void a_setting_that_cannot_be_meant_is_refused() {
    assertSame("setting-problems.txt", (desk, setting) -> desk.problem(setting));
  }

  @Test
  void a_setting_is_understood() {
    assertSame("settings.txt", (desk, setting) -> Desk.told(desk.statement(setting)));
  }

  @Test
  void a_policy_that_cannot_be_meant_is_refused() {
    assertSame("policy-problems.txt", (desk, policy) -> desk.problems(policy + "\n"));
  }

  @Test
  void connections_that_cannot_be_meant_are_refused() {
    assertSame("connections-problems.txt", (desk, text) -> desk.connectionProblems(text + "\n"));
  }

  private void assertSame(String name, BiFunction<Desk, String, String> result) {
    CaseFile cases = new CaseFile(name);
    AtomicInteger number = new AtomicInteger();

    String made =
        cases.with(
            text -> {
              Path own = folder.resolve("case" + number.incrementAndGet());
              return result.apply(new Desk(own, Map.of("strict", STRICT)), text);
            });

    assertThat(number).hasValueGreaterThan(10);
    ExpectedFiles.assertSame(cases.path(), made);
  }
}
