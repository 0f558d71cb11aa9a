package org.relaycheck.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.live.Answer;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.PowerShellWay;
import org.relaycheck.powershell.Behaviour;
import org.relaycheck.powershell.CannedAnswer;
import org.relaycheck.powershell.Leftovers;

@Timeout(60)
class SftpFetchTest {

  @TempDir private Path folder;
  private WindowsServer server;
  private final SshSetup setup = new SshSetup();

  @BeforeEach
  void start() throws IOException {
    server =
        WindowsServer.that(
            Scene.Play.of(Behaviour.GOOD),
            all -> {
              all.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
              all.setFileSystemFactory(new VirtualFileSystemFactory(folder));
            });
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    assertThat(Leftovers.threads()).isEmpty();
  }

  @Test
  void the_collectors_file_answers_and_tells_when_it_was_written() throws IOException {
    Files.writeString(folder.resolve("answer.txt"), file());

    Answer answer = ((HostAnswer.Answered) fetch("/answer.txt")).answer();

    assertThat(answer.items()).extracting(AnswerItem::name).containsExactly("SQL Relay");
    assertThat(answer.at()).contains(Instant.parse("2026-11-24T08:00:00Z"));
    assertThat(server.commands()).isEmpty();
  }

  @Test
  void a_missing_file_is_named() {
    assertThat(failure("/none.txt").why()).isEqualTo("there is no file /none.txt");
  }

  @Test
  void half_a_file_is_no_answer() throws IOException {
    Files.writeString(folder.resolve("answer.txt"), file().substring(0, 200));

    assertThat(failure("/answer.txt").why()).startsWith("the collector's file is not whole");
  }

  @Test
  void another_file_is_no_answer() throws IOException {
    Files.writeString(folder.resolve("answer.txt"), "hello");

    assertThat(failure("/answer.txt").why())
        .isEqualTo("the file is not one that the collector wrote");
  }

  @Test
  void what_the_collector_could_not_do_is_told() throws IOException {
    String gaveUp = CannedAnswer.gaveUp("opening", "Access is denied.");
    Files.writeString(folder.resolve("answer.txt"), CannedAnswer.frame("0123abcd", gaveUp));

    assertThat(failure("/answer.txt").why())
        .isEqualTo("asking Exchange failed while opening: Access is denied.");
  }

  @Test
  void a_huge_file_is_not_even_read() throws IOException {
    try (RandomAccessFile huge = new RandomAccessFile(folder.resolve("huge").toFile(), "rw")) {
      huge.setLength(64L * 1024 * 1024 + 1);
    }

    assertThat(failure("/huge").why()).isEqualTo("the file /huge is larger than 64 MB");
  }

  @Test
  void a_path_with_a_drive_is_spelled_as_openssh_does() {
    assertThat(SftpFetch.remote("C:\\ProgramData\\relay\\answer.txt"))
        .isEqualTo("/C:/ProgramData/relay/answer.txt");
    assertThat(SftpFetch.remote("C:/x")).isEqualTo("/C:/x");
    assertThat(SftpFetch.remote("/srv/x")).isEqualTo("/srv/x");
  }

  private static String file() {
    return CannedAnswer.frame("0123456789abcdef", CannedAnswer.connector());
  }

  private HostAnswer fetch(String path) {
    return setup.ask(new PowerShellWay.Fetch(SshSetup.to(server), path));
  }

  private HostAnswer.Failed failure(String path) {
    return (HostAnswer.Failed) fetch(path);
  }
}
