package org.relaycheck.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.relaycheck.live.Answer;
import org.relaycheck.live.RecordStore;
import org.relaycheck.powershell.StrictXml;

/** Our own records: the same answer is always the same bytes. */
public final class RecordWriter implements RecordStore {

  /**
   * Law: what is read back is the answer, sorted, with the host as the server of whatever names
   * none.
   */
  @Override
  public String text(String host, Answer answer) throws IOException {
    return new RecordMarkup(host).of(answer);
  }

  @Override
  public Optional<Answer> read(Path path) throws IOException {
    try {
      RecordFile file = RecordFile.of(path);
      if (file.first() != '<') {
        return Optional.empty();
      }
      try (BufferedReader text = file.open()) {
        StrictXml xml = StrictXml.open(text);
        return xml.name().equals(RecordXml.ROOT) && xml.namespace().isEmpty()
            ? Optional.of(new RecordXml(xml).answer())
            : Optional.empty();
      }
    } catch (UnusableRecordException | XMLStreamException other) {
      return Optional.empty();
    }
  }
}
