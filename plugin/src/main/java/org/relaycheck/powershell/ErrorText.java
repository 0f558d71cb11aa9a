package org.relaycheck.powershell;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Standard error as a person reads it. A PowerShell that was started with an encoded command writes
 * CLIXML there; of it only the texts of errors are kept, progress is not.
 */
final class ErrorText {

  private static final int MOST = 2000;
  private static final Pattern OBJECTS = Pattern.compile("<Objs\\b.*?</Objs>", Pattern.DOTALL);
  private static final Pattern HEADER = Pattern.compile("#< CLIXML\\s*");
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private ErrorText() {}

  /** At most 2000 characters. */
  static String of(byte[] bytes) {
    String raw = HEADER.matcher(decode(bytes)).replaceAll("");
    StringBuilder text = new StringBuilder();
    Matcher objects = OBJECTS.matcher(raw);
    int rest = 0;
    while (objects.find()) {
      text.append(raw, rest, objects.start()).append(errors(objects.group()));
      rest = objects.end();
    }
    text.append(raw.substring(rest));
    String clean = text.toString().replace("\u0000", "").strip();
    return clean.length() <= MOST ? clean : clean.substring(0, MOST) + " ...";
  }

  /** UTF-8, or the code page of which nothing is known but that ASCII is ASCII. */
  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      StringBuilder text = new StringBuilder();
      for (byte b : bytes) {
        text.append(b >= 0 ? (char) b : '?');
      }
      return text.toString();
    }
  }

  private static String errors(String objects) {
    try {
      return read(objects);
    } catch (XMLStreamException damaged) {
      return objects;
    }
  }

  private static String read(String objects) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(objects));
    StringBuilder text = new StringBuilder();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("S")
          && "Error".equals(reader.getAttributeValue(null, "S"))) {
        text.append(unescaped(reader.getElementText()));
      }
    }
    return text.toString();
  }

  private static String unescaped(String text) {
    return ESCAPED
        .matcher(text)
        .replaceAll(
            unit ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(unit.group(1), 16))));
  }
}
