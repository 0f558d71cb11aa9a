package org.relaycheck.landscape;

import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.AUTH_MECHANISM;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.BINDINGS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.ENABLED;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.FQDN;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.MAX_RECIPIENTS_PER_MESSAGE;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.PERMISSION_GROUPS;
import static org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows.TLS_CERTIFICATE_NAME;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.relaycheck.landscape.input.Known;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.landscape.input.SettingInputs;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.value.Limit;
import org.relaycheck.value.Text;
import org.relaycheck.value.address.NetworkBinding;

/** A receive connector, asked for its settings and for what they come to. */
public final class Connector extends ServerResource {

  private static final String ANONYMOUS_USERS = "AnonymousUsers";
  private static final String OWN_SENDER = "ms-Exch-SMTP-Accept-Authoritative-Domain-Sender";
  private static final String TRUSTS_ALL = "ExternalAuthoritative";

  Connector(Server server, Address address, SettingInputs inputs, Optional<Desired> desired) {
    super(server, address, inputs, desired);
  }

  /** Whether it takes mail, unless it is known to be off. */
  public boolean mayBeOn() {
    return !isKnownAs(ENABLED, false);
  }

  /** The ports that it listens on; empty if that is not known. */
  public Set<Integer> ports() {
    Set<Integer> ports = new TreeSet<>();
    known(BINDINGS).value().stream()
        .flatMap(Set::stream)
        .map(NetworkBinding::port)
        .forEach(ports::add);
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
  public Optional<String> relay() throws NotKnownException {
    return Known.first(List.of(() -> anonymous().relay(), this::trusting));
  }

  /** The mechanism that takes every client for logged in, if it has it. */
  public Optional<String> trusting() throws NotKnownException {
    return members(AUTH_MECHANISM).contains(TRUSTS_ALL)
        ? Optional.of("AuthMechanism " + TRUSTS_ALL)
        : Optional.empty();
  }

  /**
   * By what clients without a login may submit mail through it, in words; empty if they may not.
   */
  public Optional<String> submission() throws NotKnownException {
    return Known.first(List.of(this::letIn, this::trusting, () -> anonymous().submit()));
  }

  /**
   * By what clients without a login may send as one of the organisation's own domains, in words;
   * empty if they may not.
   */
  public Optional<String> ownSenders() throws NotKnownException {
    return Known.first(List.of(this::trusting, () -> anonymous().right(OWN_SENDER)));
  }

  private Optional<String> letIn() throws NotKnownException {
    return members(PERMISSION_GROUPS).contains(ANONYMOUS_USERS)
        ? Optional.of(ANONYMOUS_USERS + " in PermissionGroups")
        : Optional.empty();
  }

  /**
   * By what mail to any domain is taken from those who may submit, without a right to relay, in
   * words; empty if by nothing.
   */
  public Optional<String> everyDomain() throws NotKnownException {
    return server().acceptedDomains().stream()
        .filter(AcceptedDomain::isEverything)
        .findFirst()
        .map(all -> "the accepted domain '" + all.name() + "' accepts mail for every domain");
  }

  /** Of the certificates that it may show the one that is good for longest; empty if none is. */
  public Optional<Certificate> certificate() throws NotKnownException {
    return certificates().stream()
        .max(Comparator.comparing((Certificate one) -> one.until().orElse(LocalDate.MAX)));
  }

  /**
   * The certificates that it may show: those that TlsCertificateName means; where it is empty,
   * those for SMTP that are for its Fqdn. How Exchange chooses among several is not told here.
   */
  public List<Certificate> certificates() throws NotKnownException {
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

  /**
   * What is wrong with the certificate that it shows, in words; empty if nothing is. Where
   * TlsCertificateName is empty another one than those that are known to be for it may be shown.
   */
  public Optional<String> certificateLack() throws NotKnownException {
    Optional<Certificate> shown = certificate();
    if (shown.isEmpty()) {
      return optional(TLS_CERTIFICATE_NAME).isEmpty()
          ? Optional.empty()
          : Optional.of(
              "no certificate of the server is the one of TlsCertificateName "
                  + shown(TLS_CERTIFICATE_NAME));
    }
    return shown
        .filter(one -> one.isOver(server().today()))
        .flatMap(
            one -> one.until().map(day -> "its certificate " + one + " was good until " + day));
  }

  /** The lowest limit on the size of a mail on its way through. */
  public SizeCap sizeCap() throws NotKnownException {
    return SizeCap.through(this);
  }

  /**
   * The most recipients that a mail may have on its way through, and by which setting, in words.
   */
  public String recipientCap() throws NotKnownException {
    long own = value(MAX_RECIPIENTS_PER_MESSAGE);
    Limit organisation = new TransportLimits(server()).recipients();
    return organisation.most() < own
        ? organisation + " (MaxRecipientEnvelopeLimit of Set-TransportConfig)"
        : own + " (MaxRecipientsPerMessage of " + this + ")";
  }
}
