package org.relaycheck.live;

import java.util.Optional;

/**
 * A name and what proves it.
 *
 * @param user as the system spells it, such as {@code CORP\reader}; empty if the connection says it
 * @param password the password, decrypted
 * @param privateKey the path of a private key
 * @param passphrase of that key, decrypted
 * @param endpointUser the name for the remoting endpoint of Exchange, where it is another one:
 *     Kerberos wants the domain in it, SSH may know the short name only
 */
public record LoginAccount(
    Optional<String> user,
    Optional<String> password,
    Optional<String> privateKey,
    Optional<String> passphrase,
    Optional<String> endpointUser) {

  /** An account with one name for everything. */
  public LoginAccount(
      Optional<String> user,
      Optional<String> password,
      Optional<String> privateKey,
      Optional<String> passphrase) {
    this(user, password, privateKey, passphrase, Optional.empty());
  }

  /** Without anything secret. */
  @Override
  public String toString() {
    return "Account[" + user.orElse("") + "]";
  }
}
