package org.relaycheck.standin.tds;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The procedures that carry other statements, and what one connection has prepared with them. */
final class Procedures {
  private final Map<Integer, String> prepared = new HashMap<>();

  Execution resolve(RpcCall call) {
    return switch (call.procedure()) {
      case "sp_executesql" -> run(call.text(0), call, 2, OptionalInt.empty());
      case "sp_prepexec" -> prepareAndRun(call);
      case "sp_execute" -> run(statement(call.number(0)), call, 1, OptionalInt.empty());
      case "sp_unprepare" -> forget(call);
      default -> run("EXEC " + call.procedure(), call, 0, OptionalInt.empty());
    };
  }

  private Execution prepareAndRun(RpcCall call) {
    int handle = prepared.size() + 1;
    prepared.put(handle, call.text(2));
    return run(call.text(2), call, 3, OptionalInt.of(handle));
  }

  private String statement(int handle) {
    return Optional.ofNullable(prepared.get(handle))
        .orElseThrow(() -> new IllegalStateException("nothing is prepared as " + handle));
  }

  /** The text stays, so that no handle is given twice. */
  private Execution forget(RpcCall call) {
    statement(call.number(0));
    return new Execution(Optional.empty(), OptionalInt.empty());
  }

  private static Execution run(String sql, RpcCall call, int values, OptionalInt handle) {
    List<@Nullable Object> all = call.parameters();
    Request request = new Request(sql, all.subList(Math.min(values, all.size()), all.size()));
    return new Execution(Optional.of(request), handle);
  }

  /** The statement that a call runs, if any, and the handle that it returns, if any. */
  record Execution(Optional<Request> request, OptionalInt handle) {}
}
