package org.relaycheck.powershell;

import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** Well-formed XML that is not accepted, with the reason in our own words. */
public final class RefusedXmlException extends XMLStreamException {

  private static final long serialVersionUID = 1L;

  private final String why;

  /**
   * @param why what is wrong, to follow the place
   * @param where the place
   */
  public RefusedXmlException(String why, Location where) {
    super(why, where);
    this.why = why;
  }

  /** What is wrong, without the place. */
  public String why() {
    return why;
  }
}
