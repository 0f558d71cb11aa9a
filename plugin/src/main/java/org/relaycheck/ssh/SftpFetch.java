package org.relaycheck.ssh;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.regex.Pattern;
import org.relaycheck.live.AskingStage;
import org.relaycheck.powershell.ShellDeadlines;

/** Reads one file of another machine over SFTP. */
final class SftpFetch {

  /** The largest file, in bytes. */
  static final int MOST_BYTES = 64 * 1024 * 1024;

  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[\\\\/].*");

  private final List<SshHop> way;
  private final SshHome home;
  private final SshShell.Admitted admitted;

  SftpFetch(List<SshHop> way, SshHome home, SshShell.Admitted admitted) {
    this.way = List.copyOf(way);
    this.home = home;
    this.admitted = admitted;
  }

  /** The file's bytes. */
  byte[] read(String path, ShellDeadlines deadlines)
      throws RefusedConnection, InterruptedException {
    try {
      return new RemoteWork(way, home, admitted, deadlines)
          .run(link -> read(link, path, deadlines));
    } catch (RefusedConnection refused) {
      admitted.refused(refused);
      throw refused;
    }
  }

  private static byte[] read(SshConnection link, String path, ShellDeadlines deadlines)
      throws RefusedConnection {
    ChannelSftp sftp = link.channel("sftp", ChannelSftp.class);
    link.start(sftp);
    try (ConnectionWatchdog watchdog = new ConnectionWatchdog(deadlines.whole(), link::cut)) {
      return read(sftp, path, watchdog);
    }
  }

  private static byte[] read(ChannelSftp sftp, String path, ConnectionWatchdog watchdog)
      throws RefusedConnection {
    String there = remote(path);
    try {
      if (sftp.stat(there).getSize() > MOST_BYTES) {
        throw tooLarge(path);
      }
      Limited bytes = new Limited();
      sftp.get(there, bytes);
      if (bytes.overflown()) {
        throw tooLarge(path);
      }
      return bytes.toByteArray();
    } catch (SftpException complaint) {
      throw watchdog.bitten()
          ? RefusedConnection.at(
              AskingStage.FILE,
              "reading the file " + path + " took too long",
              "add 'deadline: 20m' to the powershell entry")
          : complaint(complaint, path);
    }
  }

  private static RefusedConnection complaint(SftpException complaint, String path) {
    return switch (complaint.id) {
      case ChannelSftp.SSH_FX_NO_SUCH_FILE ->
          RefusedConnection.at(
              AskingStage.FILE,
              "there is no file " + path,
              "check the path, and that the scheduled collector has run");
      case ChannelSftp.SSH_FX_PERMISSION_DENIED ->
          RefusedConnection.at(
              AskingStage.FILE,
              "the file " + path + " may not be read",
              "give this account read access to it");
      default ->
          RefusedConnection.at(
              AskingStage.FILE,
              "the file " + path + " could not be read (SFTP status " + complaint.id + ")",
              "run it again; if it stays so, check the log of the SSH server there");
    };
  }

  private static RefusedConnection tooLarge(String path) {
    return RefusedConnection.at(
        AskingStage.FILE,
        "the file " + path + " is larger than 64 MB",
        "name a file that the collector wrote");
  }

  /** OpenSSH for Windows calls {@code C:\dir\file} {@code /C:/dir/file}. */
  static String remote(String path) {
    return DRIVE.matcher(path).matches() ? "/" + path.replace('\\', '/') : path;
  }

  /** Bytes up to the limit: a file may grow while it is read. */
  private static final class Limited extends ByteArrayOutputStream {

    private boolean overflown;

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      if (count + length > MOST_BYTES) {
        overflown = true;
      } else {
        super.write(bytes, from, length);
      }
    }

    boolean overflown() {
      return overflown;
    }
  }
}
