package org.relaycheck.recorded;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.relaycheck.live.Answer;
import org.relaycheck.powershell.Bag;
import org.relaycheck.powershell.Clixml;
import org.relaycheck.recorded.RecordFile.Problem;

/** What {@code Get-ReceiveConnector | Export-Clixml} wrote. */
final class ClixmlRecord {

  private static final String FIX =
      "record it with Get-ReceiveConnector -Server EX01 | Export-Clixml EX01.xml";

  private final RecordFile file;
  private final String kind;

  ClixmlRecord(RecordFile file, String kind) {
    this.file = file;
    this.kind = kind;
  }

  Answer answer(Clixml objects) throws XMLStreamException, UnusableRecordException {
    Connectors connectors = new Connectors(file, kind);
    for (Optional<Bag> bag = objects.next(); bag.isPresent(); bag = objects.next()) {
      add(bag.get(), connectors);
    }
    if (connectors.isEmpty()) {
      throw file.unusable(new Problem("holds no object", FIX));
    }
    return connectors.answer();
  }

  private void add(Bag bag, Connectors connectors) throws UnusableRecordException {
    // Selected. and Deserialized. come before the type, a version's namespace may too
    if (bag.types().stream().noneMatch(type -> type.endsWith("ReceiveConnector"))) {
      String type = bag.types().isEmpty() ? "without a type" : "of the type " + bag.types().get(0);
      throw file.unusable(
          bag.line(),
          bag.column(),
          new Problem("an object " + type + " is not a receive connector", FIX));
    }
    connectors.add(bag.properties(), bag.line());
  }
}
