package org.relaycheck.record;

import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.relaycheck.live.Answer;
import org.relaycheck.powershell.Clixml;
import org.relaycheck.powershell.ClixmlObject;
import org.relaycheck.record.RecordFile.Problem;

/** What {@code Get-ReceiveConnector | Export-Clixml} wrote. */
final class ClixmlRecord {

  /** Another machine and a choice of properties are said before the type, on whichever level. */
  private static final Pattern TYPE =
      Pattern.compile(
          "(?:Selected\\.|Deserialized\\.)*Microsoft\\.Exchange\\.Data\\.Directory"
              + "\\.SystemConfiguration\\.ReceiveConnector");

  private final RecordFile file;
  private final RecordAdvice advice;
  private final String kind;

  ClixmlRecord(RecordFile file, RecordAdvice advice, String kind) {
    this.file = file;
    this.advice = advice;
    this.kind = kind;
  }

  Answer answer(Clixml objects) throws XMLStreamException, UnusableRecordException {
    RecordedConnectors connectors = new RecordedConnectors(file, kind, Optional.empty());
    boolean none = true;
    for (Optional<ClixmlObject> bag = objects.next(); bag.isPresent(); bag = objects.next()) {
      add(bag.get(), connectors);
      none = false;
    }
    if (none) {
      throw file.unusable(new Problem("holds no object", advice.fix()));
    }
    return connectors.answer();
  }

  private void add(ClixmlObject bag, RecordedConnectors connectors) throws UnusableRecordException {
    if (bag.types().stream().noneMatch(type -> TYPE.matcher(type).matches())) {
      String type = bag.types().isEmpty() ? "without a type" : "of the type " + bag.types().get(0);
      throw file.unusable(
          bag.line(),
          bag.column(),
          new Problem(
              "an object " + type + " is not a receive connector",
              advice.fix(bag.properties().keySet())));
    }
    connectors.add(RecordedObject.of(bag.line(), bag.properties(), Optional.empty()));
  }
}
