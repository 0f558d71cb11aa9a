package org.relaycheck.ssh;

import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchChangedHostKeyException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchRevokedHostKeyException;
import com.jcraft.jsch.JSchUnknownHostKeyException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.relaycheck.live.AskingStage;

/** What the library complains about, in the user's words. */
final class SshErrorText {

  private static final Pattern LOGIN =
      Pattern.compile("(?i)auth fail|auth cancel|USERAUTH fail|too many authentication failures");

  private static final Pattern METHODS = Pattern.compile("for methods '([^']+)'");
  private static final Pattern FAREWELL = Pattern.compile("SSH_MSG_DISCONNECT: [0-9]+ (.*)");

  private SshErrorText() {}

  /**
   * What became of a connection.
   *
   * @param broken whether it had ended, which the library calls a refused login if that was next
   */
  static RefusedConnection of(JSchException complaint, SshHop hop, HostKeys keys, boolean broken) {
    if (keys.withheld().isPresent()) {
      return keys.withheld().get();
    }
    if (complaint instanceof JSchUnknownHostKeyException) {
      return keys.unknown();
    }
    if (complaint instanceof JSchChangedHostKeyException) {
      return keys.changed();
    }
    if (complaint instanceof JSchRevokedHostKeyException) {
      return keys.revoked();
    }
    if (complaint instanceof JSchAlgoNegoFailException none) {
      return RefusedConnection.at(
          AskingStage.ENCRYPTION,
          hop + " and this program have no " + none.getAlgorithmName() + " in common",
          "it offers only "
              + none.getServerProposal()
              + ": update its OpenSSH server (we offer "
              + none.getJSchProposal()
              + ")");
    }
    String text = String.valueOf(complaint.getMessage());
    boolean refused = LOGIN.matcher(text).find();
    return refused && !broken ? login(hop, text) : network(complaint, hop, keys, broken);
  }

  private static RefusedConnection login(SshHop hop, String text) {
    String what = hop.agent() ? "the agent's keys" : hop.keyed() ? "the key" : "the password";
    String how =
        hop.agent() && text.contains("oo many")
            ? "the agent has more keys than it allows tries: name one as <privateKey> of a <server>"
            : hop.keyed()
                ? "check that the public key is in authorized_keys there (for administrators:"
                    + " C:\\ProgramData\\ssh\\administrators_authorized_keys)"
                : "check the username and password of the <server> in settings.xml, and whether the"
                    + " account is locked";
    return RefusedConnection.login(
        hop,
        hop + " does not accept " + what + offered(text),
        how + "; it is not tried again in this run");
  }

  private static String offered(String text) {
    Matcher methods = METHODS.matcher(text);
    return methods.find() ? " (it offers " + methods.group(1).replace(",", ", ") + ")" : "";
  }

  private static RefusedConnection network(
      JSchException complaint, SshHop hop, HostKeys keys, boolean broken) {
    if (caused(complaint, UnknownHostException.class)) {
      return RefusedConnection.at(
          AskingStage.NAME,
          "the name " + hop.ssh().address() + " is not known here",
          "check 'ssh' of the powershell entry");
    }
    if (caused(complaint, SocketTimeoutException.class)) {
      return slow(hop, keys.isShown() ? AskingStage.LOGIN : AskingStage.PORT);
    }
    if (complaint instanceof JumpTunnel.Closed && hop.ssh().jump().isPresent()) {
      String before = new SshHop(hop.ssh().jump().get(), Optional.empty()).toString();
      return RefusedConnection.at(
          AskingStage.PORT,
          before + " does not forward to " + hop,
          "check AllowTcpForwarding in its sshd_config, and that it reaches " + hop);
    }
    if (caused(complaint, ConnectException.class)
        || caused(complaint, NoRouteToHostException.class)) {
      return RefusedConnection.at(
          AskingStage.PORT,
          hop + " does not accept connections",
          "check that the OpenSSH server runs there, its port, and the firewalls in between");
    }
    AskingStage stage = keys.isShown() ? AskingStage.LOGIN : AskingStage.PORT;
    String text = String.valueOf(complaint.getMessage());
    return broken || caused(complaint, IOException.class) || FAREWELL.matcher(text).matches()
        ? ended(stage, hop, text)
        : damaged(stage, hop, text);
  }

  private static RefusedConnection ended(AskingStage stage, SshHop hop, String text) {
    Matcher farewell = FAREWELL.matcher(text);
    return RefusedConnection.at(
        stage,
        hop
            + " ends the connection before the login"
            + (farewell.matches() ? ", and says: " + farewell.group(1).strip() : ""),
        "run it again; if it stays so, check MaxStartups and the log of the SSH server there, and"
            + " at firewalls in between");
  }

  private static RefusedConnection damaged(AskingStage stage, SshHop hop, String text) {
    return text.equals("verify: false")
        ? RefusedConnection.at(
            stage,
            hop + " does not prove that its host key is its own",
            "run it again; if it stays so, something in between changes what is sent: ask those"
                + " who run the network")
        : RefusedConnection.at(
            stage,
            "what comes from " + hop + " is damaged, or not what an SSH server sends",
            "run it again; if it stays so, check the port, and try by hand: ssh -v -p "
                + hop.port()
                + " "
                + hop.ssh().address());
  }

  /** It took too long to connect. */
  static RefusedConnection slow(SshHop hop, AskingStage stage) {
    return RefusedConnection.at(
        stage,
        hop + " does not answer in time",
        "check that an SSH server listens on that port, and the firewalls in between");
  }

  private static boolean caused(@Nullable Throwable error, Class<? extends Throwable> type) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
