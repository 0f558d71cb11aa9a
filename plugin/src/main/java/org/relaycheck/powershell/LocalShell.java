package org.relaycheck.powershell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.HostAnswer;

/** Windows PowerShell on this machine, under the user who runs Maven. */
public final class LocalShell implements Shell {

  private final List<String> command;

  /** The PowerShell of this machine. */
  public LocalShell() {
    this(BootstrapCommand.ARGUMENTS);
  }

  /** A program that stands in for it. */
  LocalShell(List<String> command) {
    this.command = List.copyOf(command);
  }

  @Override
  public CommandRun run(InputPayload payload, ShellDeadlines deadlines) {
    Process process;
    try {
      process = new ProcessBuilder(command).start();
    } catch (IOException missing) {
      return new CommandRun.NotStarted(
          new HostAnswer.Failed(
              "powershell.exe could not be started on this machine",
              "'local' needs Windows PowerShell: run Maven on a Windows machine, or use 'ssh'",
              AskingStage.SHELL));
    }
    try {
      return attend(process, new OutputIntake(payload.nonce()), payload, deadlines);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new CommandRun.NotStarted(new HostAnswer.Failed("it was interrupted", "run it again"));
    } finally {
      end(process);
    }
  }

  private static CommandRun attend(
      Process process, OutputIntake intake, InputPayload payload, ShellDeadlines deadlines)
      throws InterruptedException {
    thread("relay-output", () -> pump(process.getInputStream(), intake.output()));
    Thread errors = thread("relay-errors", () -> pump(process.getErrorStream(), intake.errors()));
    thread("relay-input", () -> feed(process.getOutputStream(), payload.bytes()));
    OutputIntake.End end = intake.await(deadlines);
    boolean ended = process.waitFor(deadlines.grace().toMillis(), TimeUnit.MILLISECONDS);
    if (ended) {
      errors.join(deadlines.grace().toMillis());
    }
    OptionalInt exit = ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
    return new CommandRun.Started(intake.frame(), intake.errorText(), exit, end);
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void pump(InputStream from, OutputStream to) {
    try (from;
        to) {
      from.transferTo(to);
    } catch (IOException ended) {
      return; // the process was ended, which whoever waits for it sees
    }
  }

  private static void feed(OutputStream to, byte[] bytes) {
    try (to) {
      to.write(bytes);
    } catch (IOException unread) {
      return; // a program that does not read its input says so by giving no answer
    }
  }

  /** Its children hold the pipes open, so they go first. */
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
