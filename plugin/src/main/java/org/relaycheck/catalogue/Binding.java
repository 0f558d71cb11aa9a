package org.relaycheck.catalogue;

import java.util.function.Function;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Seen;

/** How a setting is set. */
public sealed interface Binding {

  /** A parameter of the cmdlet that changes the resource, named like the setting. */
  record SetParameter() implements Binding {}

  /** A parameter that only the creating cmdlet takes; it cannot be read back. */
  record CreateOnly() implements Binding {}

  /** Entries of the resource's access list. */
  record Right() implements Binding {}

  /**
   * A column of a table and the procedure parameter that writes it.
   *
   * @param column where it is read
   * @param parameter where it is written, without the at sign
   */
  record Column(String column, String parameter) implements Binding {}

  /**
   * A column that tells whether something runs, and the procedure without parameters that starts
   * it; nothing that a script calls stops it.
   *
   * @param column where it is read
   * @param name of the procedure
   * @param result the only value that it brings about, as a policy states it
   */
  record Procedure(String column, String name, String result) implements Binding {}

  /**
   * A person: it concerns more than the resource, or interrupts the system.
   *
   * @param how what the person does
   */
  record ByHand(String how) implements Binding {}

  /** Nothing: the system tells it, and no cmdlet or procedure takes it. */
  record ReadOnly() implements Binding {}

  /**
   * Made of other settings of the same resource.
   *
   * @param from makes it of the others
   */
  record Computed(Function<Others, Raw> from) implements Binding {}

  /** The other settings of a resource, as a computed one is made of them. */
  @FunctionalInterface
  interface Others {

    /** A setting's text by its row; {@link Raw.Unread} where it is not known. */
    Raw raw(Property<?> row);

    /** What a setting means; who has read it already gives that instead of reading it again. */
    default <T> Seen<T> seen(Property<T> row) {
      return row.read(raw(row));
    }
  }
}
