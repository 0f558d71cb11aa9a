package org.relaycheck.standin.tds;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked, as it came over the wire.
 *
 * @param sql the text, verbatim; parameters stand in it as {@code @P0}, {@code @P1} …
 * @param parameters the values of the parameters in their order, null for NULL
 */
public record Request(String sql, List<@Nullable Object> parameters) {
  public Request {
    parameters = Collections.unmodifiableList(new ArrayList<>(parameters));
  }

  static Request batch(Message message) {
    String sql = StandardCharsets.UTF_16LE.decode(message.bodyAfterHeaders()).toString();
    return new Request(sql, List.of());
  }
}
