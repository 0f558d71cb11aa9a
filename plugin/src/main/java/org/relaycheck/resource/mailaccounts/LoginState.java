package org.relaycheck.resource.mailaccounts;

import java.util.Optional;

/**
 * What an account has for logging in.
 *
 * @param windows whether it is to log in as the SQL Server service
 * @param named whether it has a user name
 * @param secret whether a credential with a password is linked
 */
public record LoginState(boolean windows, boolean named, boolean secret) {

  /** Why it is none of the three ways to log in; empty if it is one. */
  public Optional<String> flaw() {
    if (windows) {
      return named || secret
          ? Optional.of(
              "it is to log in as the SQL Server service and still has "
                  + (named ? "a user name" : "a password")
                  + ": clear one of the two")
          : Optional.empty();
    }
    if (named == secret) {
      return Optional.empty();
    }
    return Optional.of(
        named
            ? "it has a user name and no password: the password was lost, so set it again"
            : "it has a password and no user name: set both again");
  }

  /** The way, where it is one. */
  String way() {
    if (windows) {
      return Authentication.WINDOWS;
    }
    return named ? Authentication.BASIC : Authentication.ANONYMOUS;
  }
}
