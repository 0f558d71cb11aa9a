package org.relaycheck.state;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Drift that a site accepts for a time.
 *
 * @param scope where
 * @param accepted what, to the value
 * @param grant who says so, and until when
 * @param place where it stands
 */
public record Waiver(Scope scope, AcceptedDrift accepted, Grant grant, Place place) {

  /** What is accepted of what, in words. */
  public String show() {
    return (scope.name().isEmpty() ? "a server" : scope.name()) + ": " + accepted.show();
  }

  /**
   * The resources that are meant.
   *
   * @param kind the kind's key in a policy
   * @param name the resources' name, in whatever case; empty where servers are meant that no
   *     connection names
   * @param hosts the hosts that have them, in whatever case
   */
  public record Scope(String kind, String name, List<String> hosts) {
    public Scope {
      hosts = List.copyOf(hosts);
    }

    /** The resource on one of the hosts. */
    public Address on(String host) {
      return new Address(kind, host, name);
    }
  }

  /**
   * Who accepts it, and until when.
   *
   * @param reason why
   * @param owner who has to end it
   * @param until the last day on which it holds, in UTC
   * @param approvedBy who agreed
   * @param reference such as a ticket
   */
  public record Grant(
      String reason,
      String owner,
      LocalDate until,
      Optional<String> approvedBy,
      Optional<String> reference) {

    /** Whether it holds no more; on its last day it still does. */
    public boolean isOver(LocalDate today) {
      return until.isBefore(today);
    }
  }
}
