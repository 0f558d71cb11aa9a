package org.relaycheck.probe.expect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.relaycheck.catalogue.Property;

/** What to do next, in words. */
final class NextSteps {

  private NextSteps() {}

  /** Where to look: settings of the connector, the likeliest first. */
  static String look(Property<?>... rows) {
    return look(Arrays.asList(rows));
  }

  static String look(List<Property<?>> rows) {
    return "look at "
        + rows.stream().map(Property::name).collect(Collectors.joining(", "))
        + " (mvn relay:check compares them)";
  }
}
