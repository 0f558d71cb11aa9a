package org.relaycheck.landscape;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Property;
import org.relaycheck.kind.mailaccounts.MailAccountRows;
import org.relaycheck.kind.receiveconnectors.ConnectorOutlook;
import org.relaycheck.kind.receiveconnectors.ReceiveConnectorRows;
import org.relaycheck.landscape.input.Known;
import org.relaycheck.landscape.input.NotKnownException;
import org.relaycheck.landscape.input.SettingInputs;
import org.relaycheck.landscape.input.UnknownFact;
import org.relaycheck.state.Address;
import org.relaycheck.state.Desired;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Statement;
import org.relaycheck.value.Seen;
import org.relaycheck.value.address.AddressSet;

/** Something on a server: what is known of its settings, and what the policy says of it. */
public class ServerResource {

  private final Server server;
  private final Address address;
  private final SettingInputs inputs;
  private final Optional<Desired> desired;

  ServerResource(Server server, Address address, SettingInputs inputs, Optional<Desired> desired) {
    this.server = server;
    this.address = address;
    this.inputs = inputs;
    this.desired = desired;
  }

  /** A resource of the type that its kind has. */
  static ServerResource of(
      Server server, Address address, SettingInputs inputs, Optional<Desired> desired) {
    if (address.kind().equals(ReceiveConnectorRows.CATALOGUE.kind())) {
      return new Connector(server, address, inputs, desired);
    }
    return address.kind().equals(MailAccountRows.CATALOGUE.kind())
        ? new Account(server, address, inputs, desired)
        : new ServerResource(server, address, inputs, desired);
  }

  /** The server that it is on. */
  public Server server() {
    return server;
  }

  public Address address() {
    return address;
  }

  /** Its name, for messages. */
  public String name() {
    return address.name();
  }

  /** What it is called beside another: its name, after {@code HOST\} if it is on another host. */
  public String nameFrom(ServerResource other) {
    boolean beside = Address.compareFolded(address.host(), other.address.host()) == 0;
    return beside && !name().isEmpty() ? name() : toString();
  }

  /** The value of a setting that is never empty. */
  public <T> T value(Property<T> row) throws NotKnownException {
    return optional(row).orElseThrow(() -> empty(row));
  }

  /** The value of a setting, or nothing where it is known to be empty. */
  public <T> Optional<T> optional(Property<T> row) throws NotKnownException {
    Known<T> input = inputs.of(row);
    if (input instanceof Known.Exactly<T> exactly) {
      return exactly.value();
    }
    throw new NotKnownException(lack(row, input));
  }

  /** The lowest value that a setting can have: its value, or the bound that the policy states. */
  public <T> T least(Property<T> row) throws NotKnownException {
    Known<T> input = inputs.of(row);
    return input.least().orElseThrow(() -> new NotKnownException(lack(row, input)));
  }

  /** The highest value that a setting can have: its value, or the bound that the policy states. */
  public <T> T most(Property<T> row) throws NotKnownException {
    Known<T> input = inputs.of(row);
    return input.most().orElseThrow(() -> new NotKnownException(lack(row, input)));
  }

  /** The least that a setting holds, or nothing where it is known to be empty. */
  public <T> Optional<T> held(Property<T> row) throws NotKnownException {
    return inputs.of(row) instanceof Known.Exactly<T> exactly
        ? exactly.value()
        : Optional.of(least(row));
  }

  /** The members that a set is known to have: all, or those that the policy asks for. */
  public <E> Set<E> members(Property<Set<E>> row) throws NotKnownException {
    return held(row).orElse(Set.of());
  }

  /** Whether a flag is known to be so; for what must be known to make a rule unnecessary. */
  public boolean isKnownAs(Property<Boolean> row, boolean value) {
    return inputs.of(row) instanceof Known.Exactly<Boolean> flag
        && flag.value().equals(Optional.of(value));
  }

  /** Its settings for who asks about known ones only; what is not known looks empty. */
  public ConnectorOutlook outlook() {
    return new ConnectorOutlook() {
      @Override
      public <T> Optional<T> value(Property<T> row) {
        return inputs.of(row) instanceof Known.Exactly<T> exactly
            ? exactly.value()
            : Optional.empty();
      }
    };
  }

  /** A known value as a person writes it. */
  public <T> String shown(Property<T> row) {
    return inputs.of(row) instanceof Known.Exactly<T> exactly
        ? exactly.value().map(row.type()::show).orElse("nothing")
        : "not known";
  }

  /** The ranges of a setting one by one; where they touch, its value forgets. */
  public List<AddressSet> ranges(Property<AddressSet> row) throws NotKnownException {
    Optional<AddressSet> all = optional(row);
    return all.isEmpty() ? List.of() : all.get().apart(inputs.spelled(row));
  }

  /** What is known of a setting. */
  public <T> Known<T> known(Property<T> row) {
    return inputs.of(row);
  }

  /** A setting with its value, such as "TarpitInterval 00:00:05". */
  public String setting(Property<?> row) {
    return row.name() + " " + shown(row);
  }

  /** Whether a setting is known to be empty. */
  public boolean isEmpty(Property<?> row) {
    return inputs.of(row) instanceof Known.Exactly<?> exactly && exactly.value().isEmpty();
  }

  /** Where it is, a setting and its value, such as "EX10\\SQL Relay: TarpitInterval 00:00:05". */
  public String told(Property<?> row) {
    return this + ": " + row.name() + " " + (isEmpty(row) ? "empty" : shown(row));
  }

  /** What is known of a setting, as a reading; what is open counts as not understood. */
  public <T> Seen<T> seen(Property<T> row) {
    Known<T> input = inputs.of(row);
    return input instanceof Known.Exactly<T> exactly
        ? exactly.value().map(Seen::of).orElseGet(Seen::nothing)
        : Seen.notUnderstood(lack(row, input).why());
  }

  private static <T> UnknownFact lack(Property<T> row, Known<T> input) {
    if (input instanceof Known.Unknown<T> not) {
      return not.lack();
    }
    return input instanceof Known.Exactly<T>
        ? empty(row).lack()
        : new UnknownFact(
            "the policy allows several values of " + row, "state the value in the policy");
  }

  private static NotKnownException empty(Property<?> row) {
    return new NotKnownException(new UnknownFact(row + " is empty", "set it"));
  }

  /** What the policy says of a setting, whatever the world; baselines are not looked at. */
  public <T> Optional<Statement<T>> stated(Property<T> row) {
    return desired.flatMap(own -> Statement.about(row, own.statements()));
  }

  /** All that the policy says of its settings; baselines are not looked at. */
  public List<Statement<?>> statements() {
    return desired.map(Desired::statements).orElse(List.of());
  }

  /** Whether the policy names it. */
  public boolean named() {
    return desired.isPresent();
  }

  /** Where the policy names it. */
  public Optional<Origin> origin() {
    return desired.map(Desired::origin);
  }

  /** Whether the answer or the policy speaks of one of the rows. */
  public boolean speaksOf(List<Property<?>> rows) {
    return rows.stream().anyMatch(row -> inputs.mentions(row) || stated(row).isPresent());
  }

  public boolean changed(Property<?> row) {
    return inputs.changed(row);
  }

  /** {@code HOST\Name}. */
  @Override
  public String toString() {
    return address.toString();
  }
}
