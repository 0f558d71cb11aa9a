package org.relaycheck.live;

import java.util.Optional;

/** A port to where accounts are kept. */
public interface Credentials {

  /** The account with this id, decrypted; empty if there is none. */
  Optional<LoginAccount> of(String id);
}
