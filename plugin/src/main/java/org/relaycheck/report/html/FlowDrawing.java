package org.relaycheck.report.html;

import java.util.ArrayList;
import java.util.List;
import org.relaycheck.compare.Finding;
import org.relaycheck.landscape.flow.FlowMap;
import org.relaycheck.landscape.flow.FlowNode;
import org.relaycheck.landscape.flow.FlowRow;
import org.relaycheck.report.json.FindingId;

/**
 * The mail flow as a picture in three columns: who sends, the name that is called, who answers.
 *
 * <p>What is drawn needs no style: lines and letters have the colour of the text around, and what
 * is not known is dashed.
 */
public final class FlowDrawing {

  private static final int WIDTH = 1100;
  private static final int LINE = 18;
  private static final int PAD = 10;
  private static final int GAP = 14;

  /** Of a letter of the font, which is as wide as every other. */
  private static final double LETTER = 7.3;

  /** More rows than anybody looks at. */
  private static final int MOST = 200;

  private static final FlowColumn SENDERS = new FlowColumn(0, 290);
  private static final FlowColumn NAMES = new FlowColumn(370, 230);
  private static final FlowColumn ANSWERS = new FlowColumn(680, 420);

  private final HtmlWriter page;
  private final List<FlowRow> rows;
  private final int[] tops;
  private final int[] heights;

  /**
   * A column of boxes.
   *
   * @param x its left edge
   * @param width of each box
   */
  private record FlowColumn(int x, int width) {
    int right() {
      return x + width;
    }

    int letters() {
      return (int) ((width - 2 * PAD) / LETTER);
    }
  }

  private FlowDrawing(FlowMap map, HtmlWriter page) {
    this.page = page;
    this.rows = map.rows().subList(0, Math.min(MOST, map.rows().size()));
    this.tops = new int[rows.size() + 1];
    this.heights = new int[rows.size()];
  }

  /** A section with the picture and what its signs mean; nothing where there is no way of mail. */
  public static void write(FlowMap map, HtmlWriter page) {
    if (map.rows().isEmpty()) {
      return;
    }
    page.open("section", "id", "map").element("h2", "Map of the mail flow");
    page.element(
        "p",
        "Mail accounts, the name that they call, and the receive connector that answers, with what"
            + " limits them there. Dashed: not read, or not known. ! is a rule that is broken"
            + " there.");
    if (map.rows().size() > MOST) {
      page.element("p", "The first " + MOST + " of " + map.rows().size() + " ways are drawn.");
    }
    page.open("div", "class", "map", "tabindex", "0");
    new FlowDrawing(map, page).draw();
    page.close("div").close("section");
  }

  private void draw() {
    measure();
    String height = String.valueOf(tops[rows.size()]);
    page.open(
        "svg",
        "width",
        "" + WIDTH,
        "height",
        height,
        "viewBox",
        "0 0 " + WIDTH + " " + height,
        "role",
        "group",
        "aria-label",
        "Map of the mail flow",
        "font-family",
        "monospace",
        "font-size",
        "12",
        "fill",
        "currentColor");
    int from = 0;
    for (int i = 0; i < rows.size(); i++) {
      sender(i);
      boolean last = i + 1 == rows.size();
      if (last || !rows.get(i + 1).answer().equals(rows.get(i).answer())) {
        answer(from, i);
        from = i + 1;
      }
    }
    names();
    page.close("svg");
  }

  /** A row is as high as its senders; the last one that leads to an answer makes room for that. */
  private void measure() {
    int used = 0;
    for (int i = 0; i < rows.size(); i++) {
      FlowRow row = rows.get(i);
      int lines = Math.max(lines(row.accounts(), SENDERS).size(), wrapped(row.called(), NAMES));
      heights[i] = lines * LINE + 2 * PAD;
      used += heights[i] + GAP;
      boolean last = i + 1 == rows.size() || !rows.get(i + 1).answer().equals(row.answer());
      if (last) {
        int needed = lines(row.answer(), ANSWERS).size() * LINE + 2 * PAD + GAP;
        heights[i] += Math.max(0, needed - used);
        used = 0;
      }
      tops[i + 1] = tops[i] + heights[i] + GAP;
    }
  }

  private static int wrapped(String text, FlowColumn column) {
    return TextWrap.of(text, column.letters()).size();
  }

  private static List<String> lines(FlowNode node, FlowColumn column) {
    List<String> lines = new ArrayList<>();
    node.title().forEach(line -> lines.addAll(TextWrap.of(line, column.letters())));
    node.words().forEach(line -> lines.addAll(TextWrap.of(line, column.letters())));
    node.broken().forEach(one -> lines.add(""));
    return lines;
  }

  private void sender(int row) {
    FlowNode node = rows.get(row).accounts();
    box(SENDERS, tops[row], heights[row], node);
    arrow(SENDERS.right(), NAMES.x(), middle(row), middle(row), node);
  }

  private int middle(int row) {
    return tops[row] + heights[row] / 2;
  }

  private void answer(int from, int to) {
    FlowNode node = rows.get(from).answer();
    int height = tops[to] + heights[to] - tops[from];
    box(ANSWERS, tops[from], height, node);
  }

  /** A name once for all who call it on the way to one answer. */
  private void names() {
    int from = 0;
    for (int i = 0; i < rows.size(); i++) {
      FlowRow row = rows.get(i);
      boolean last = i + 1 == rows.size();
      if (last
          || !rows.get(i + 1).called().equals(row.called())
          || !rows.get(i + 1).answer().equals(row.answer())) {
        int height = tops[i] + heights[i] - tops[from];
        frame(NAMES, tops[from], height, true, "name");
        List<String> lines = TextWrap.of(row.called(), NAMES.letters());
        int y = tops[from] + (height - lines.size() * LINE) / 2;
        text(lines, NAMES.x() + PAD, y, false);
        int middle = tops[from] + height / 2;
        arrow(NAMES.right(), ANSWERS.x(), middle, middle, row.answer());
        from = i + 1;
      }
    }
  }

  private void box(FlowColumn column, int top, int height, FlowNode node) {
    frame(column, top, height, node.known(), node.broken().isEmpty() ? "node" : "node bad");
    int y = top + (height - lines(node, column).size() * LINE) / 2;
    int x = column.x() + PAD;
    List<String> title = new ArrayList<>();
    node.title().forEach(line -> title.addAll(TextWrap.of(line, column.letters())));
    text(title, x, y, true);
    List<String> words = new ArrayList<>();
    node.words().forEach(line -> words.addAll(TextWrap.of(line, column.letters())));
    text(words, x, y + title.size() * LINE, false);
    int below = y + (title.size() + words.size()) * LINE;
    for (Finding broken : node.broken()) {
      page.open("a", "href", "#" + FindingId.of(broken.subject()), "class", "bad");
      text(List.of("! " + broken.subject().rule().orElse("")), x, below, true);
      page.close("a");
      below += LINE;
    }
  }

  private void frame(FlowColumn column, int top, int height, boolean known, String kind) {
    page.open(
        "rect",
        "x",
        "" + (column.x() + 1),
        "y",
        "" + (top + 1),
        "width",
        "" + (column.width() - 2),
        "height",
        "" + (height - 2),
        "rx",
        "4",
        "fill",
        "none",
        "stroke",
        "currentColor",
        "stroke-dasharray",
        known ? "none" : "5 4",
        "class",
        kind);
    page.close("rect");
  }

  private void arrow(int from, int to, int start, int end, FlowNode node) {
    String bad = node.broken().isEmpty() ? "" : " bad";
    String line = "M" + from + " " + start + "L" + (to - 2) + " " + end;
    page.open(
        "path",
        "d",
        line + "m-8 -5l8 5l-8 5",
        "fill",
        "none",
        "stroke",
        "currentColor",
        "stroke-dasharray",
        node.known() ? "none" : "5 4",
        "class",
        "way" + bad);
    page.close("path");
    if (!node.broken().isEmpty()) {
      text(List.of("!"), (from + to) / 2 - 8, start - LINE - 2, true);
    }
  }

  private void text(List<String> lines, int x, int top, boolean bold) {
    for (int i = 0; i < lines.size(); i++) {
      String y = String.valueOf(top + (i + 1) * LINE - 5);
      page.element(
          "text", lines.get(i), "x", "" + x, "y", y, "font-weight", bold ? "bold" : "normal");
    }
  }
}
