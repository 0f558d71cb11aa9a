package org.relaycheck.standin.tds;

import java.util.List;

/** What a server answers. */
@FunctionalInterface
public interface Script {
  /**
   * The replies to a request in their order; none means that it succeeded and had no result. What
   * the driver asks on its own behalf ({@code set …}, {@code use …}, {@code SELECT 1}) succeeds
   * without coming here.
   */
  List<Reply> answer(Login login, Request request);

  /**
   * What comes before the answer to a login: a {@link Failure} refuses it, a {@link Notice} goes
   * along with it, a {@link Fault} befalls it.
   */
  default List<Reply> greet(Login login) {
    return List.of();
  }
}
