package org.relaycheck.mojo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** A decrypter as Maven's: what it cannot decrypt it gives back as it is, with a problem. */
final class Vault implements SettingsDecrypter {

  private final Map<String, String> plain = new HashMap<>();

  /** Keeps a text and gives its cipher. */
  String keep(String text) {
    String cipher = "{kept-" + plain.size() + "=}";
    plain.put(cipher, text);
    return cipher;
  }

  @Override
  public SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
    Server server = request.getServers().get(0).clone();
    boolean lost = lost(server.getPassword()) || lost(server.getPassphrase());
    server.setPassword(plain.getOrDefault(server.getPassword(), server.getPassword()));
    server.setPassphrase(plain.getOrDefault(server.getPassphrase(), server.getPassphrase()));
    return new Result(server, lost);
  }

  private boolean lost(String text) {
    return text != null && text.startsWith("{") && !plain.containsKey(text);
  }

  private record Result(Server server, boolean lost) implements SettingsDecryptionResult {

    @Override
    public Server getServer() {
      return server;
    }

    @Override
    public List<Server> getServers() {
      return List.of(server);
    }

    @Override
    public Proxy getProxy() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Proxy> getProxies() {
      return List.of();
    }

    @Override
    public List<SettingsProblem> getProblems() {
      String text = "Failed to decrypt password for server " + server.getId();
      return lost
          ? List.of(
              new DefaultSettingsProblem(
                  text, SettingsProblem.Severity.ERROR, "server: " + server.getId(), -1, -1, null))
          : List.of();
    }
  }
}
