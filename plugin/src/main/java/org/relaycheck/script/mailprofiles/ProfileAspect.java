package org.relaycheck.resource.mailprofiles;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.relaycheck.remedy.Switch;

/** One of the three things that a profile is made of, going from one state to another. */
sealed interface Aspect permits DescriptionChange, AccountsChange, SendersChange {

  /** The end of the names of its variables. */
  String name();

  /** Its name as the subject of a sentence, with the verb. */
  String title();

  /** The expression that it is compared with before. */
  String from();

  /** The expression that it is compared with afterwards. */
  String to();

  /** What it waits for. */
  Set<Switch> switches();

  /** What a person must know before it is changed, in sentences. */
  default Stream<String> needs() {
    return Stream.empty();
  }

  /** The statements that change it. */
  List<String> act();

  /** The other way. */
  Aspect back();

  /** What the other way cannot bring back, in sentences. */
  default Stream<String> lasting() {
    return Stream.empty();
  }

  /** The condition that it is as one of the two sides says. */
  default String is(String side) {
    return "@is_" + name() + " = @" + side;
  }

  /** Switches that are on under a condition. */
  static Set<Switch> switches(boolean narrowing, boolean widening) {
    EnumSet<Switch> switches = EnumSet.noneOf(Switch.class);
    if (narrowing) {
      switches.add(Switch.NARROWING);
    }
    if (widening) {
      switches.add(Switch.WIDENING);
    }
    return switches;
  }
}
