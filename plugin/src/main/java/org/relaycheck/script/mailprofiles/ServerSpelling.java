package org.relaycheck.script.mailprofiles;

import java.util.List;
import org.relaycheck.state.Reading;
import org.relaycheck.value.Raw;
import org.relaycheck.value.Text;
import org.relaycheck.value.Types;

/** Names as the server spells them. */
final class ServerSpelling {

  private ServerSpelling() {}

  /** The names of a list that was read, each as it came. */
  static List<String> names(Reading<?> reading) {
    if (reading.raw() instanceof Raw.Items items) {
      return items.values();
    }
    return Types.NAME_LIST.read(reading.raw()).known().orElse(List.of()).stream()
        .map(Text::spelling)
        .toList();
  }

  /** Whether a policy's name means the one that a server spells so. */
  static boolean same(String spelled, Text name) {
    return folded(spelled).equals(name);
  }

  /** A name as a policy would compare it. */
  static Text folded(String spelled) {
    return Types.NAME_LIST
        .read(new Raw.Items(List.of(spelled)))
        .known()
        .map(names -> names.get(0))
        .orElseThrow();
  }
}
