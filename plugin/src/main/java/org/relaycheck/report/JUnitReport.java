package org.relaycheck.report;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.relaycheck.report.text.VisibleText;

/** A run as test results: a suite a host, a case a resource. */
public final class JUnitReport implements ReportFormat {

  /** Test results have no zone; ours are UTC. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Override
  public String fileName() {
    return "TEST-relay.xml";
  }

  @Override
  public void write(CheckRun run, Writer out) throws IOException {
    try {
      // the JDK's own: another one on a class path would write other bytes
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      suites(JUnitSuite.of(run), TIMESTAMP.format(run.stamp().written()), xml);
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.flush();
    } catch (XMLStreamException failed) {
      throw new IOException(failed);
    }
    out.flush();
  }

  private static void suites(List<JUnitSuite> suites, String time, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuites");
    xml.writeAttribute("name", "relay");
    counts(suites.stream().flatMap(suite -> suite.cases().stream()).toList(), xml);
    for (JUnitSuite suite : suites) {
      xml.writeCharacters("\n  ");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", VisibleText.of(suite.name()));
      counts(suite.cases(), xml);
      xml.writeAttribute("time", "0");
      xml.writeAttribute("timestamp", time);
      for (JUnitSuite.Case one : suite.cases()) {
        testcase(one, xml);
      }
      xml.writeCharacters("\n  ");
      xml.writeEndElement();
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
  }

  private static void counts(List<JUnitSuite.Case> cases, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeAttribute("tests", Integer.toString(cases.size()));
    xml.writeAttribute("failures", count(cases, JUnitSuite.Result.FAILURE));
    xml.writeAttribute("errors", count(cases, JUnitSuite.Result.ERROR));
    xml.writeAttribute("skipped", count(cases, JUnitSuite.Result.SKIPPED));
  }

  private static String count(List<JUnitSuite.Case> cases, JUnitSuite.Result result) {
    return Long.toString(cases.stream().filter(one -> one.result() == result).count());
  }

  private static void testcase(JUnitSuite.Case one, XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", VisibleText.of("relay." + one.kind()));
    xml.writeAttribute("name", one.name());
    xml.writeAttribute("time", "0");
    Optional<String> element = element(one.result());
    if (element.isPresent()) {
      text(element.get(), Optional.of(one.message()), one.lines(), xml);
    }
    if (!one.output().isEmpty()) {
      text("system-out", Optional.empty(), one.output(), xml);
    }
    if (element.isPresent() || !one.output().isEmpty()) {
      xml.writeCharacters("\n    ");
    }
    xml.writeEndElement();
  }

  private static void text(
      String element, Optional<String> message, List<String> lines, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeCharacters("\n      ");
    xml.writeStartElement(element);
    if (message.isPresent()) {
      xml.writeAttribute("message", message.get());
    }
    xml.writeCharacters(String.join("\n", lines));
    xml.writeEndElement();
  }

  private static Optional<String> element(JUnitSuite.Result result) {
    return switch (result) {
      case PASSED -> Optional.empty();
      case FAILURE -> Optional.of("failure");
      case ERROR -> Optional.of("error");
      case SKIPPED -> Optional.of("skipped");
    };
  }
}
