package org.relaycheck.script.mailprofiles;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.relaycheck.script.ScriptSwitch;

/** One of the three things that a profile is made of, going from one state to another. */
sealed interface ProfileAspect permits DescriptionChange, AccountsChange, SendersChange {

  /** The end of the names of its variables. */
  String name();

  /** Its name as the subject of a sentence, with the verb. */
  String title();

  /** The expression that it is compared with before. */
  String from();

  /** The expression that it is compared with afterwards. */
  String to();

  /** What it waits for. */
  Set<ScriptSwitch> switches();

  /** What a person must know before it is changed, in sentences. */
  default Stream<String> needs() {
    return Stream.empty();
  }

  /** The statements that change it. */
  List<String> act();

  /** The other way. */
  ProfileAspect back();

  /** What the other way cannot bring back, in sentences. */
  default Stream<String> lasting() {
    return Stream.empty();
  }

  /** The condition that it is as one of the two sides says. */
  default String is(String side) {
    return "@is_" + name() + " = @" + side;
  }

  /** Switches that are on under a condition. */
  static Set<ScriptSwitch> switches(boolean narrowing, boolean widening) {
    EnumSet<ScriptSwitch> switches = EnumSet.noneOf(ScriptSwitch.class);
    if (narrowing) {
      switches.add(ScriptSwitch.NARROWING);
    }
    if (widening) {
      switches.add(ScriptSwitch.WIDENING);
    }
    return switches;
  }
}
