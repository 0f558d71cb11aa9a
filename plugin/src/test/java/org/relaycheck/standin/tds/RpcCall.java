package org.relaycheck.standin.tds;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of a procedure in an RPC message. */
record RpcCall(String procedure, List<@Nullable Object> parameters) {
  private static final int KNOWN_PROCEDURE = 0xFFFF;
  private static final int SMALLEST_SEPARATOR = 0x80;

  static List<RpcCall> of(Message message) {
    ByteBuffer body = message.bodyAfterHeaders();
    List<RpcCall> calls = new ArrayList<>();
    while (body.hasRemaining()) {
      calls.add(read(body));
    }
    return calls;
  }

  String text(int parameter) {
    return String.valueOf(parameters.get(parameter));
  }

  int number(int parameter) {
    return ((Number) parameters.get(parameter)).intValue();
  }

  private static RpcCall read(ByteBuffer body) {
    int length = Short.toUnsignedInt(body.getShort());
    String procedure =
        length == KNOWN_PROCEDURE ? known(body.getShort()) : ParameterReader.text(body, 2 * length);
    body.getShort(); // option flags
    List<@Nullable Object> parameters = new ArrayList<>();
    while (body.hasRemaining()) {
      int next = Byte.toUnsignedInt(body.get());
      if (next >= SMALLEST_SEPARATOR) {
        break;
      }
      parameters.add(ParameterReader.afterName(body.position(body.position() + 2 * next)));
    }
    return new RpcCall(procedure, parameters);
  }

  private static String known(int number) {
    return switch (number) {
      case 10 -> "sp_executesql";
      case 12 -> "sp_execute";
      case 13 -> "sp_prepexec";
      case 15 -> "sp_unprepare";
      default -> throw new IllegalStateException("procedure number " + number);
    };
  }
}
