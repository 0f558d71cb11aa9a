package org.relaycheck.policy.read;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Place;
import org.relaycheck.state.Statement;

/** What a template or a resource says about one setting, before its hosts are known. */
public sealed interface SettingLine {

  Property<?> row();

  Place place();

  /** What is stated, for comparison with another line; empty if it takes back. */
  Optional<Statement<?>> sample();

  /** What is stated for a server of this name; empty if it takes back or has a problem. */
  Optional<Statement<?>> on(String server);

  /** Whether it says itself how much it matters. */
  boolean ownSeverity();

  /** The same line with what it states changed. */
  SettingLine changed(UnaryOperator<Statement<?>> change);

  /** The same for every server. */
  record Fixed(Statement<?> statement, boolean ownSeverity) implements SettingLine {
    @Override
    public SettingLine changed(UnaryOperator<Statement<?>> change) {
      return new Fixed(change.apply(statement), ownSeverity);
    }

    @Override
    public Property<?> row() {
      return statement.property();
    }

    @Override
    public Place place() {
      return statement.origin().place();
    }

    @Override
    public Optional<Statement<?>> sample() {
      return Optional.of(statement);
    }

    @Override
    public Optional<Statement<?>> on(String server) {
      return sample();
    }
  }

  /**
   * It mentions {@code {host}}.
   *
   * @param example what it says for some server
   * @param ownSeverity whether it says itself how much it matters
   * @param binding what it says for a server of a given name
   */
  record PerHost(
      Statement<?> example, boolean ownSeverity, Function<String, Optional<Statement<?>>> binding)
      implements SettingLine {
    @Override
    public SettingLine changed(UnaryOperator<Statement<?>> change) {
      return new PerHost(
          change.apply(example), ownSeverity, server -> binding.apply(server).map(change));
    }

    @Override
    public Property<?> row() {
      return example.property();
    }

    @Override
    public Place place() {
      return example.origin().place();
    }

    @Override
    public Optional<Statement<?>> sample() {
      return Optional.of(example);
    }

    @Override
    public Optional<Statement<?>> on(String server) {
      return binding.apply(server);
    }
  }

  /** It takes back what was inherited. */
  record TakenBack(Property<?> row, Place place) implements SettingLine {
    @Override
    public boolean ownSeverity() {
      return false;
    }

    @Override
    public SettingLine changed(UnaryOperator<Statement<?>> change) {
      return this;
    }

    @Override
    public Optional<Statement<?>> sample() {
      return Optional.empty();
    }

    @Override
    public Optional<Statement<?>> on(String server) {
      return Optional.empty();
    }
  }
}
