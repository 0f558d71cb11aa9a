package org.relaycheck.ssh;

import com.jcraft.jsch.AgentConnector;
import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.AgentProxyException;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import com.jcraft.jsch.SSHAgentConnector;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.WindowsSSHAgentConnector;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.LoginAccount;

/**
 * How to prove who we are: by a key, a password, or the agent's keys; only what is configured is
 * tried, once, because a directory counts every try.
 */
final class SshLogins {

  private SshLogins() {}

  /** Prepares keys, before the session is made. */
  static void prepare(JSch jsch, SshHop hop, SshHome home) throws RefusedConnection {
    Optional<String> key = hop.account().flatMap(LoginAccount::privateKey);
    if (key.isPresent()) {
      addKey(jsch, key.get(), hop.account().flatMap(LoginAccount::passphrase));
    } else if (hop.agent()) {
      jsch.setIdentityRepository(new AgentIdentityRepository(agent(home)));
    }
  }

  /** Tells the session the one method to try. */
  static void apply(Session session, SshHop hop) {
    boolean keyed = hop.keyed();
    session.setConfig("PreferredAuthentications", keyed ? "publickey" : "password");
    session.setConfig("NumberOfPasswordPrompts", "1");
    if (!keyed) {
      hop.account()
          .flatMap(LoginAccount::password)
          .ifPresent(password -> session.setPassword(password.getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static void addKey(JSch jsch, String file, Optional<String> passphrase)
      throws RefusedConnection {
    if (!Files.isReadable(Path.of(file))) {
      throw RefusedConnection.at(
          AskingStage.CREDENTIALS,
          "the private key " + file + " cannot be read",
          "check <privateKey> of the <server> in settings.xml");
    }
    byte[] phrase = passphrase.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null);
    try {
      KeyPair pair = KeyPair.load(jsch, file);
      if (pair.isEncrypted() && (phrase == null || !pair.decrypt(phrase))) {
        throw RefusedConnection.at(
            AskingStage.CREDENTIALS,
            "the passphrase of " + file + (phrase == null ? " is missing" : " is wrong"),
            "set <passphrase> of the <server> in settings.xml");
      }
      jsch.addIdentity(file, phrase);
    } catch (JSchException other) {
      throw RefusedConnection.at(
          AskingStage.CREDENTIALS,
          file + " is not a private key that can be used",
          "make one with: ssh-keygen -t ed25519 -f " + new File(file).getName());
    }
  }

  private static AgentConnector agent(SshHome home) throws RefusedConnection {
    try {
      if (home.agent().isPresent()) {
        return new SSHAgentConnector(home.agent().get());
      }
      if (File.separatorChar == '\\') {
        return new WindowsSSHAgentConnector();
      }
    } catch (AgentProxyException none) {
      throw noAgent();
    }
    throw noAgent();
  }

  private static RefusedConnection noAgent() {
    return RefusedConnection.at(
        AskingStage.CREDENTIALS,
        "there is neither a password nor a key, and no SSH agent runs here",
        "add 'credentials' to the powershell entry, or start an agent and add a key: ssh-add");
  }
}
