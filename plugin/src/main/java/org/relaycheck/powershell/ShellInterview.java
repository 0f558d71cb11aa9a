package org.relaycheck.powershell;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;

/** Asks a shell the one question, and once more if Exchange was merely too busy. */
public final class ShellInterview {

  /** Waits before a second try. */
  public interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  private static final Duration BACK_OFF = Duration.ofSeconds(20);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Supplier<String> nonces;
  private final Pause pause;

  /** An interview with nonces of 128 random bits. */
  public ShellInterview() {
    this(ShellInterview::nonce, time -> Thread.sleep(time.toMillis()));
  }

  /** An interview with given nonces, each used once. */
  public ShellInterview(Supplier<String> nonces, Pause pause) {
    this.nonces = nonces;
    this.pause = pause;
  }

  /**
   * What became of asking.
   *
   * @param answer what was collected; empty if nothing was
   * @param failed why not; empty if something was
   */
  public record Result(Optional<CollectedAnswer> answer, Optional<HostAnswer.Failed> failed) {

    static Result of(CollectedAnswer answer) {
      return new Result(Optional.of(answer), Optional.empty());
    }

    static Result of(HostAnswer.Failed failed) {
      return new Result(Optional.empty(), Optional.of(failed));
    }

    /** Why the endpoint refused the login; empty if it did not. */
    public Optional<String> refusal() {
      return failed.map(HostAnswer.Failed::why).filter(ErrorHints::refused);
    }

    /** The same for each host. */
    public Map<HostConnection, HostAnswer> each(List<HostConnection> hosts, Optional<Instant> at) {
      if (answer.isPresent()) {
        return HostAnswers.of(answer.get(), hosts, at);
      }
      Map<HostConnection, HostAnswer> all = new LinkedHashMap<>();
      HostAnswer.Failed same = settled(failed.orElseThrow(), at);
      hosts.forEach(host -> all.put(host, same));
      return all;
    }

    private static HostAnswer.Failed settled(HostAnswer.Failed failed, Optional<Instant> at) {
      Map<String, String> facts = new HashMap<>(failed.facts());
      HostAnswers.settle(facts, at);
      return new HostAnswer.Failed(failed.why(), failed.fix(), failed.stage(), facts);
    }
  }

  /**
   * Asks.
   *
   * @param keyed whether the shell's session was opened with a key
   */
  public Result ask(Shell shell, ShellQuestion question, ShellDeadlines deadlines, boolean keyed) {
    Result first = once(shell, question, deadlines, keyed);
    if (first.failed().filter(failed -> ErrorHints.throttled(failed.why())).isEmpty()) {
      return first;
    }
    try {
      pause.of(BACK_OFF);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return first;
    }
    return once(shell, question, deadlines, keyed);
  }

  private Result once(
      Shell shell, ShellQuestion question, ShellDeadlines deadlines, boolean keyed) {
    InputPayload payload =
        new InputPayload(
            nonces.get(), CollectorScript.question(), question.parameters(), question.secret());
    CommandRun run = shell.run(payload, deadlines);
    if (run instanceof CommandRun.NotStarted not) {
      return Result.of(not.failed());
    }
    CommandRun.Started started = (CommandRun.Started) run;
    if (started.frame() instanceof AnswerFrame.Whole whole) {
      return read(whole, keyed && question.login().isEmpty());
    }
    return Result.of(RunDiagnosis.of(started, deadlines, keyed && question.login().isEmpty()));
  }

  /** The answer in a frame that arrived whole. */
  static Result read(AnswerFrame.Whole frame, boolean keyed) {
    try {
      CollectedAnswer collected = AnswerText.read(frame.text());
      return RunDiagnosis.of(collected, keyed)
          .map(Result::of)
          .orElseGet(() -> Result.of(collected));
    } catch (AnswerText.Unreadable other) {
      return Result.of(
          new HostAnswer.Failed(
              other.what(),
              "the collector there is of another version of this plugin: write it again",
              AskingStage.FORMAT));
    }
  }

  private static String nonce() {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }
}
