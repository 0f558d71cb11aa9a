package org.relaycheck.powershell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.HostAnswer;

/** What holds for every shell, whatever the PowerShell behind it does. */
@Timeout(120)
public abstract class ShellContract {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(700);
  private static final ShellQuestion QUESTION =
      new ShellQuestion(
          Optional.empty(),
          Optional.empty(),
          List.of("EX01"),
          Optional.empty(),
          Duration.ofSeconds(60));

  /** A shell behind which a PowerShell behaves like this. */
  protected abstract Shell shell(Behaviour behaviour) throws Exception;

  /** Patient in everything. */
  protected static ShellDeadlines patient() {
    return new ShellDeadlines(LONG, LONG, LONG, LONG, Duration.ofSeconds(10));
  }

  @AfterEach
  void no_thread_is_left() {
    assertThat(Leftovers.threads()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"GOOD", "BARE_LF", "BYTE_BY_BYTE", "NOISY", "LOUD", "GOOD_BUT_ONE"})
  protected void a_whole_answer_is_good_whatever_is_around_it(Behaviour behaviour)
      throws Exception {
    ShellInterview.Result result = ask(behaviour, patient());

    assertThat(result.failed()).isEmpty();
    assertThat(result.answer().orElseThrow().items())
        .extracting(AnswerItem::name)
        .containsExactly("SQL Relay");
  }

  @Test
  void an_answer_is_good_although_the_program_does_not_end() throws Exception {
    ShellDeadlines deadlines = new ShellDeadlines(LONG, LONG, LONG, LONG, Duration.ofMillis(200));

    assertThat(ask(Behaviour.LINGERS, deadlines).failed()).isEmpty();
  }

  @Test
  void ten_thousand_connectors_arrive() throws Exception {
    assertThat(ask(Behaviour.HUGE, patient()).answer().orElseThrow().items()).hasSize(10_001);
  }

  @Test
  void the_reason_of_a_failure_survives_a_shell_within_a_shell() throws Exception {
    HostAnswer.Failed failed = failure(Behaviour.NESTED, patient());

    assertThat(failed.why())
        .isEqualTo(
            "PowerShell could not run the question: no such cmdlet; it wrote: stop here"
                + " (exit code 1)");
  }

  @Test
  void errors_that_cannot_be_decoded_are_shown_raw() throws Exception {
    assertThat(failure(Behaviour.MALFORMED_ERRORS, patient()).why())
        .startsWith("PowerShell gave no answer; it wrote: <!DOCTYPE")
        .contains("&e;");
  }

  @ParameterizedTest
  @EnumSource(names = {"CP850", "CP932"})
  protected void errors_of_another_code_page_are_readable_as_far_as_ascii_goes(Behaviour behaviour)
      throws Exception {
    assertThat(failure(behaviour, patient()).why()).contains("it wrote: Zugriff verweigert: ");
  }

  @Test
  void a_mute_program_is_given_up() throws Exception {
    ShellDeadlines deadlines = new ShellDeadlines(LONG, SHORT, LONG, LONG, SHORT);

    assertThat(failure(Behaviour.MUTE, deadlines).why()).contains("nothing came within 0 s");
  }

  @Test
  void a_program_that_falls_silent_is_given_up() throws Exception {
    ShellDeadlines deadlines = new ShellDeadlines(LONG, LONG, SHORT, LONG, SHORT);

    assertThat(failure(Behaviour.FALLS_SILENT, deadlines).why()).contains("nothing more came");
  }

  @Test
  void a_program_that_never_ends_is_given_up() throws Exception {
    ShellDeadlines deadlines = new ShellDeadlines(LONG, LONG, LONG, Duration.ofSeconds(2), SHORT);

    HostAnswer.Failed failed = failure(Behaviour.NEVER_ENDS, deadlines);

    assertThat(failed.why()).contains("it took longer than 2 s");
    assertThat(failed.fix()).startsWith("add 'deadline: 20m'");
  }

  @Test
  void damage_on_the_way_there_is_named() throws Exception {
    HostAnswer.Failed failed = failure(Behaviour.DAMAGED, patient());

    assertThat(failed.why()).contains("payload damaged in transit");
    assertThat(failed.fix()).startsWith("run it again");
  }

  @ParameterizedTest
  @EnumSource(names = {"DEAF", "EMPTY"})
  protected void exit_code_0_is_no_answer(Behaviour behaviour) throws Exception {
    assertThat(failure(behaviour, patient()).why())
        .isEqualTo("PowerShell gave no answer (exit code 0)");
  }

  @Test
  void an_end_without_hash_is_no_answer() throws Exception {
    assertThat(failure(Behaviour.NO_HASH, patient()).why())
        .startsWith("the answer did not arrive whole: the answer ends without its length and hash");
  }

  @Test
  void half_an_answer_is_no_answer() throws Exception {
    assertThat(failure(Behaviour.CUT, patient()).why())
        .startsWith("the answer did not arrive whole:");
  }

  @Test
  void a_missing_program_is_named() throws Exception {
    assertThat(failure(Behaviour.NOT_FOUND, patient()).fix())
        .startsWith("powershell.exe is not on the PATH there");
  }

  @Test
  void the_words_of_cmd_are_passed_on() throws Exception {
    assertThat(failure(Behaviour.TOO_LONG, patient()).why())
        .isEqualTo(
            "PowerShell gave no answer; it wrote: La linea de comandos es demasiado larga."
                + " (exit code 1)");
  }

  @Test
  void a_32_bit_process_is_named() throws Exception {
    assertThat(failure(Behaviour.BITS_32, patient()).fix()).startsWith("install the 64-bit");
  }

  @Test
  void constrained_language_leads_to_the_scheduled_collector() throws Exception {
    assertThat(failure(Behaviour.CONSTRAINED, patient()).fix()).contains("'fetch'");
  }

  @Test
  void a_session_with_a_key_learns_why_active_directory_refuses_it() throws Exception {
    ShellInterview.Result result =
        interview().ask(shell(Behaviour.NO_CREDENTIALS), QUESTION, patient(), true);

    assertThat(result.failed().orElseThrow().fix()).isEqualTo(ErrorHints.NO_NETWORK_CREDENTIALS);
  }

  @Test
  void a_busy_exchange_is_asked_twice() throws Exception {
    int[] runs = {0};
    Shell busy = shell(Behaviour.THROTTLED);
    Shell counting =
        (payload, deadlines) -> {
          runs[0]++;
          return busy.run(payload, deadlines);
        };

    ShellInterview.Result result = interview().ask(counting, QUESTION, patient(), false);

    assertThat(runs[0]).isEqualTo(2);
    assertThat(result.failed().orElseThrow().fix()).startsWith("other sessions of this account");
  }

  @Test
  void an_interrupt_ends_it_at_once() throws Exception {
    Shell shell = shell(Behaviour.FALLS_SILENT);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    Callable<ShellInterview.Result> ask = () -> interview().ask(shell, QUESTION, patient(), false);

    Future<ShellInterview.Result> asked = threads.submit(ask);
    threads.shutdownNow();

    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThatNoException()
        .isThrownBy(() -> assertThat(asked.get().failed().orElseThrow().fix()).isNotEmpty());
  }

  private ShellInterview.Result ask(Behaviour behaviour, ShellDeadlines deadlines)
      throws Exception {
    return interview().ask(shell(behaviour), QUESTION, deadlines, false);
  }

  private HostAnswer.Failed failure(Behaviour behaviour, ShellDeadlines deadlines)
      throws Exception {
    return ask(behaviour, deadlines).failed().orElseThrow();
  }

  private static ShellInterview interview() {
    return new ShellInterview(() -> "5eed5eed", time -> {});
  }
}
