package org.relaycheck.mojo.source;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
public record SettingsCredentials(Settings settings, SettingsDecrypter decrypter)
    implements Credentials {

  private static final String ENDPOINT_USER = "endpointUser";
  private static final String MASTER_PASSWORD =
      "give settings-security.xml its master password, or encrypt it again";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env\\.([A-Za-z0-9_.-]+)}");

  /**
   * Why an account must not be used.
   *
   * @param why what is wrong, without anything secret
   * @param fix what to do
   */
  record Problem(String why, String fix) {}

  @Override
  public Optional<LoginAccount> of(String id) {
    return decrypted(id).map(SettingsDecryptionResult::getServer).map(SettingsCredentials::account);
  }

  /**
   * Why an account must not be used: Maven 3 gives back the encrypted text of what it cannot
   * decrypt, and leaves {@code ${env.NAME}} as it stands where the variable is not set; neither
   * must be sent to anybody.
   */
  Optional<Problem> problem(String id) {
    Optional<SettingsDecryptionResult> result = decrypted(id);
    String server = "the <server> '" + id + "' of settings.xml ";
    return result
        .map(SettingsCredentials::grave)
        .filter(problems -> !problems.isEmpty())
        .map(
            problems ->
                new Problem(
                    server
                        + "could not be decrypted: "
                        + problems.stream().distinct().collect(Collectors.joining("; ")),
                    MASTER_PASSWORD))
        .or(
            () ->
                result
                    .flatMap(SettingsCredentials::unset)
                    .map(
                        name ->
                            new Problem(
                                server
                                    + "takes something from the environment variable "
                                    + name
                                    + ", which is not set",
                                "set "
                                    + name
                                    + " where the build runs, for example as a secret of the"
                                    + " pipeline; in PowerShell: $env:"
                                    + name
                                    + " = '...'")));
  }

  /** The name of a variable that Maven did not find. */
  private static Optional<String> unset(SettingsDecryptionResult result) {
    Server server = result.getServer();
    return Stream.of(
            server.getUsername(),
            server.getPassword(),
            server.getPrivateKey(),
            server.getPassphrase())
        .flatMap(text -> told(text).stream())
        .flatMap(text -> VARIABLE.matcher(text).results())
        .map(found -> found.group(1))
        .findFirst();
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
