package org.relaycheck.live;

import java.util.Optional;

/**
 * A name and what proves it.
 *
 * @param user as the system spells it, such as {@code CORP\reader}; empty if the connection says it
 * @param password the password, decrypted
 * @param privateKey the path of a private key
 * @param passphrase of that key, decrypted
 */
public record Account(
    Optional<String> user,
    Optional<String> password,
    Optional<String> privateKey,
    Optional<String> passphrase) {

  /** Without anything secret. */
  @Override
  public String toString() {
    return "Account[" + user.orElse("") + "]";
  }
}
