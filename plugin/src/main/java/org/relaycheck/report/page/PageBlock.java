package org.relaycheck.report.page;

import java.util.List;

/** A part of a page. */
public sealed interface PageBlock {

  /**
   * A heading.
   *
   * @param level 1 for the page's own, then 2 and 3
   */
  record Heading(int level, String text) implements PageBlock {}

  /** A paragraph. */
  record Paragraph(String text) implements PageBlock {}

  /**
   * An item of a list.
   *
   * @param label what it is about; may be empty
   */
  record Item(String label, String text) implements PageBlock {}

  /**
   * A line to type, word for word.
   *
   * @param does what comes of it
   */
  record Command(String text, String does) implements PageBlock {}

  /** A table. */
  record Table(List<String> columns, List<List<String>> rows) implements PageBlock {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }
}
