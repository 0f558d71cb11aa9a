package org.relaycheck.value;

import java.util.List;

/** A value to be written into a script; a dialect spells it. */
public sealed interface Literal {

  /** Text, of any characters. */
  record Str(String text) implements Literal {}

  /** A whole number. */
  record Num(long number) implements Literal {}

  /** True or false. */
  record Bool(boolean on) implements Literal {}

  /** No value. */
  record Null() implements Literal {}

  /** A list, in order. */
  record Items(List<Literal> items) implements Literal {
    public Items {
      items = List.copyOf(items);
    }

    /** A list of texts. */
    public static Items of(List<String> texts) {
      return new Items(texts.stream().<Literal>map(Str::new).toList());
    }
  }

  /** A secret that is not known here: the name of the script variable that will hold it. */
  record Secret(String variable) implements Literal {}
}
