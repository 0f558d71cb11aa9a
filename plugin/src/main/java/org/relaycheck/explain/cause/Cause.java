package org.relaycheck.explain.cause;

import java.util.List;

/**
 * Something that may be behind what a log says.
 *
 * @param id stable, as {@code delayed-acknowledgement}
 * @param told what it is, in a line, and why it leads to what is seen
 * @param looks what to look at, and what to set
 * @param judge what values that were read say about it
 * @param source where that is from
 */
public record Cause(
    String id, Told told, List<PlaceToLook> looks, CauseJudge judge, String source) {

  public Cause {
    looks = List.copyOf(looks);
  }

  /**
   * A cause in words.
   *
   * @param title in a line
   * @param why how it leads to what is seen
   */
  public record Told(String title, String why) {}

  /** A cause that is being written. */
  static Row row(String id, String title, String why) {
    return new Row(id, new Told(title, why), List.of(), CauseJudge.nobody());
  }

  /** A row of the table, one part after the other. */
  record Row(String id, Told told, List<PlaceToLook> looks, CauseJudge judge) {

    Row look(PlaceToLook... where) {
      return new Row(id, told, List.of(where), judge);
    }

    Row judged(CauseJudge by) {
      return new Row(id, told, looks, by);
    }

    Cause from(String source) {
      return new Cause(id, told, looks, judge, source);
    }
  }
}
