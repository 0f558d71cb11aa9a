package org.relaycheck.landscape;

import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.ENABLED;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.FQDN;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;
import static org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows.TLS_CERTIFICATE_NAME;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.value.Binding;
import org.relaycheck.value.Text;

/** A receive connector, asked for its settings and for what they come to. */
public final class Connector extends Resource {

  private static final String ANONYMOUS_USERS = "AnonymousUsers";
  private static final String TRUSTS_ALL = "ExternalAuthoritative";

  Connector(Server server, Address address, Inputs inputs, Optional<Desired> desired) {
    super(server, address, inputs, desired);
  }

  /** Whether it takes mail, unless it is known to be off. */
  public boolean mayBeOn() {
    return !isKnownAs(ENABLED, false);
  }

  /** The ports that it listens on; empty if that is not known. */
  public Set<Integer> ports() {
    Set<Integer> ports = new TreeSet<>();
    known(BINDINGS).value().stream().flatMap(Set::stream).map(Binding::port).forEach(ports::add);
    return ports;
  }

  /** What a client that proves nothing may do by the access list. */
  public AnonymousAccess anonymous() {
    return new AnonymousAccess(this);
  }

  /**
   * By what clients without a login may send through it to any domain, in words; empty if they may
   * not.
   */
  public Optional<String> relay() throws NotKnown {
    return Known.first(List.of(() -> anonymous().relay(), this::trusting));
  }

  /** The mechanism that takes every client for logged in, if it has it. */
  public Optional<String> trusting() throws NotKnown {
    return members(AUTH_MECHANISM).contains(TRUSTS_ALL)
        ? Optional.of("AuthMechanism " + TRUSTS_ALL)
        : Optional.empty();
  }

  /** Whether anonymous clients may submit mail through it. */
  public boolean takesAnonymousMail() throws NotKnown {
    return members(PERMISSION_GROUPS).contains(ANONYMOUS_USERS) || anonymous().submit().isPresent();
  }

  /**
   * The certificates that it may show: those that TlsCertificateName means; where it is empty,
   * those for SMTP that are for its Fqdn. How Exchange chooses among several is not told here.
   */
  public List<Certificate> certificates() throws NotKnown {
    List<Certificate> all = server().certificates();
    Optional<String> name = optional(TLS_CERTIFICATE_NAME).map(Text::spelling);
    if (name.isPresent()) {
      return all.stream().filter(one -> one.isNamed(name.get())).toList();
    }
    Optional<String> shown = optional(FQDN).map(Text::spelling);
    return all.stream()
        .filter(Certificate::isForSmtp)
        .filter(one -> shown.filter(one::isFor).isPresent())
        .toList();
  }

  /** The lowest limit on the size of a mail on its way through. */
  public SizeCap sizeCap() throws NotKnown {
    return SizeCap.through(this);
  }
}
