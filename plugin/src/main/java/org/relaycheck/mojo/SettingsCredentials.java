package org.relaycheck.mojo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;
import org.relaycheck.live.Credentials;
import org.relaycheck.live.LoginAccount;

/**
 * The servers of settings.xml as accounts, decrypted by Maven.
 *
 * @param settings the user's
 * @param decrypter Maven's
 */
record SettingsCredentials(Settings settings, SettingsDecrypter decrypter) implements Credentials {

  private static final String ENDPOINT_USER = "endpointUser";

  @Override
  public Optional<LoginAccount> of(String id) {
    return decrypted(id).map(SettingsDecryptionResult::getServer).map(SettingsCredentials::account);
  }

  /**
   * Why an account must not be used: Maven 3 gives back the encrypted text of what it cannot
   * decrypt, and that must not be sent to anybody.
   */
  Optional<String> problem(String id) {
    return decrypted(id)
        .map(SettingsCredentials::grave)
        .filter(problems -> !problems.isEmpty())
        .map(
            problems ->
                "the <server> '"
                    + id
                    + "' of settings.xml could not be decrypted: "
                    + problems.stream().distinct().collect(Collectors.joining("; ")));
  }

  private Optional<SettingsDecryptionResult> decrypted(String id) {
    Server server = settings.getServer(id);
    return server == null
        ? Optional.empty()
        : Optional.of(decrypter.decrypt(new DefaultSettingsDecryptionRequest(server)));
  }

  private static List<String> grave(SettingsDecryptionResult result) {
    return result.getProblems().stream()
        .filter(problem -> problem.getSeverity() != SettingsProblem.Severity.WARNING)
        .map(problem -> String.valueOf(problem.getMessage()))
        .toList();
  }

  private static LoginAccount account(Server server) {
    return new LoginAccount(
        told(server.getUsername()),
        told(server.getPassword()),
        told(server.getPrivateKey()),
        told(server.getPassphrase()),
        endpointUser(server.getConfiguration()));
  }

  /** What else stands in a configuration is for others, who name theirs otherwise. */
  private static Optional<String> endpointUser(@Nullable Object configuration) {
    return configuration instanceof Xpp3Dom dom
        ? Optional.ofNullable(dom.getChild(ENDPOINT_USER)).flatMap(child -> told(child.getValue()))
        : Optional.empty();
  }

  private static Optional<String> told(@Nullable String text) {
    return Optional.ofNullable(text).filter(some -> !some.isEmpty());
  }

  /** Without anything secret. */
  @Override
  public String toString() {
    return "SettingsCredentials";
  }
}
