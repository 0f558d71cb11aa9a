package org.relaycheck.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.live.AnswerSource;
import org.relaycheck.live.AskingStage;
import org.relaycheck.live.HostAnswer;
import org.relaycheck.live.HostConnection;
import org.relaycheck.live.HostWay;
import org.relaycheck.powershell.Clixml;
import org.relaycheck.powershell.FrameFile;
import org.relaycheck.powershell.RefusedXmlException;
import org.relaycheck.powershell.StrictXml;
import org.relaycheck.record.RecordFile.Problem;

/**
 * Files that hold answers: our own XML, what the stand-alone collector wrote, and what people make
 * of {@code Get-ReceiveConnector}: Export-Clixml, lists, tables, CSV and JSON. Which it is, the
 * content tells, not the name.
 */
public final class RecordSource implements AnswerSource {

  private static final String AGAIN =
      "the file is broken or cut off: copy it whole, or record the host again";
  private static final List<String> ENCODINGS =
      List.of("UTF-8", "US-ASCII", "UTF-16", "UTF-16LE", "UTF-16BE");

  /** A page of HTML that was saved, or a piece of its source. */
  private static final Pattern PAGE =
      Pattern.compile(
          "(?is)[\\s\uFEFF]*<(?:!doctype html|html|body|pre|code|p|div|span|br|blockquote)\\b.*");

  private final Catalogue connectors;

  /**
   * @param connectors the table of receive connectors: its kind is what PowerShell's files are
   *     about, and its rows are what tells their text from that of another cmdlet
   */
  public RecordSource(Catalogue connectors) {
    this.connectors = connectors;
  }

  @Override
  public HostAnswer ask(HostConnection connection) {
    if (!(connection.way() instanceof HostWay.Recorded recorded)) {
      throw new IllegalArgumentException(connection.host() + " is not recorded");
    }
    try {
      RecordFile file = RecordFile.of(recorded.file());
      byte[] beginning = file.beginning();
      if (FrameFile.is(beginning)) {
        return collected(file, connection);
      }
      RecordAdvice advice = new RecordAdvice(recorded.sought());
      boolean page = PAGE.matcher(new String(beginning, file.charset())).matches();
      return file.first() == '<' && !page
          ? xml(file, advice)
          : text(file, advice, recorded.resource());
    } catch (UnusableRecordException unusable) {
      return new HostAnswer.Failed(unusable.why(), unusable.fix(), unusable.stage());
    } catch (IOException unread) {
      return new HostAnswer.Failed(
          recorded.file() + " cannot be read (" + unread.getClass().getSimpleName() + ")",
          "check whether this account may read it",
          AskingStage.FILE);
    }
  }

  /** What the stand-alone collector wrote; it tells the hosts apart by itself. */
  private static HostAnswer collected(RecordFile file, HostConnection connection)
      throws IOException {
    HostAnswer asked =
        FrameFile.read(Files.readAllBytes(file.path()), List.of(connection)).get(connection);
    return asked == null
        ? new HostAnswer.Failed(
            file.shown() + " does not cover " + connection.server(),
            "run the collector again and name this server, or fix 'recorded' in the connections",
            AskingStage.SERVER)
        : asked;
  }

  private HostAnswer text(RecordFile file, RecordAdvice advice, Optional<String> only)
      throws IOException, UnusableRecordException {
    try (BufferedReader text = file.open()) {
      return new PastedRecord(file, advice, connectors, only).answer(text);
    }
  }

  private HostAnswer xml(RecordFile file, RecordAdvice advice)
      throws IOException, UnusableRecordException {
    try (BufferedReader text = file.open()) {
      return answer(file, advice, StrictXml.open(text));
    } catch (RefusedXmlException refused) {
      throw file.unusable(
          refused.getLocation().getLineNumber(),
          refused.getLocation().getColumnNumber(),
          new Problem(refused.why(), advice.fix()));
    } catch (XMLStreamException broken) {
      // the parser's own words are in the language of the machine
      throw file.unusable(
          broken.getLocation().getLineNumber(),
          broken.getLocation().getColumnNumber(),
          new Problem("the XML breaks off or is not well-formed here", AGAIN));
    }
  }

  private HostAnswer answer(RecordFile file, RecordAdvice advice, StrictXml xml)
      throws XMLStreamException, UnusableRecordException {
    Optional<String> other = xml.encoding().filter(name -> !ENCODINGS.contains(upper(name)));
    if (other.isPresent()) {
      throw xml.refused("the encoding " + other.get() + " is not read; save the file as UTF-8");
    }
    if (xml.name().equals(RecordXml.ROOT) && xml.namespace().isEmpty()) {
      return new HostAnswer.Answered(new RecordXml(xml).answer(), "XML record");
    }
    if (xml.name().equals(Clixml.ROOT)) {
      return new HostAnswer.Answered(
          new ClixmlRecord(file, advice, connectors.kind()).answer(new Clixml(xml)),
          "Export-Clixml");
    }
    throw xml.refused("'" + xml.name() + "' is not the beginning of a record");
  }

  private static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
