package org.relaycheck.powershell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.live.AnswerItem;
import org.relaycheck.live.AskingStage;

/**
 * What the collector answered, for all servers together.
 *
 * @param facts by server in upper case, then by name; the empty server is the machine that asked
 * @param items the resources
 * @param complete kinds of which every resource is listed
 * @param unread kinds that could not be read, each with the reason
 * @param failure why the collector gave up; empty if it did not
 */
public record CollectedAnswer(
    Map<String, Map<String, String>> facts,
    List<AnswerItem> items,
    Set<String> complete,
    Map<String, String> unread,
    Optional<GaveUp> failure) {

  /**
   * The collector's own word on why it gave up.
   *
   * @param stage what it was about, in words
   * @param why what happened then
   * @param at the step at which it was
   */
  public record GaveUp(String stage, String why, AskingStage at) {}

  public CollectedAnswer {
    facts = Map.copyOf(facts);
    items = List.copyOf(items);
    complete = Set.copyOf(complete);
    unread = Map.copyOf(unread);
  }

  /** A fact about the machine that asked. */
  Optional<String> fact(String name) {
    return Optional.ofNullable(facts.getOrDefault("", Map.of()).get(name));
  }
}
