package org.relaycheck.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relaycheck.report.GoldenTest;
import org.relaycheck.report.MarkdownReport;
import org.relaycheck.report.Runs;

class MarkdownTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      textBlock =
          """
          plain words          ~ plain words
          a|b                  ~ a\\|b
          a\\b                 ~ a\\\\b
          *bold* _it_          ~ \\*bold\\* \\_it\\_
          <script>             ~ \\<script\\>
          [l](javascript:x)    ~ \\[l\\]\\(javascript:x\\)
          &amp;                ~ \\&amp;
          - item               ~ \\- item
          12. item             ~ 12\\. item
          see http://a.example ~ `see http://a.example`
          @team                ~ `@team`
          fixes #12            ~ `fixes #12`
          WWW.example.com|x    ~ `WWW.example.com\\|x`
          """)
  void prose_shows_itself_and_does_nothing(String text, String markdown) {
    assertThat(MarkdownText.CELL.text(text)).isEqualTo(markdown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      textBlock =
          """
          20       ~ `20`
          a`b      ~ `` a`b ``
          ``       ~ ``` `` ```
          a|b      ~ `a\\|b`
          ^ a^     ~ ^`  a `^
          """)
  void a_value_is_a_code_span_that_it_cannot_end(String value, String markdown) {
    assertThat(MarkdownText.CELL.code(value)).isEqualTo(markdown);
  }

  @Test
  void a_pipe_needs_no_escape_outside_a_table() {
    assertThat(MarkdownText.FLOW.code("a|b")).isEqualTo("`a|b`");
  }

  @Test
  void every_row_of_a_table_has_as_many_cells_as_its_head() throws IOException {
    String text = GoldenTest.text(new MarkdownReport(), Runs.nasty());

    int columns = 0;
    for (String line : text.lines().toList()) {
      int pipes = line.replace("\\|", "").replaceAll("[^|]", "").length();
      columns = !line.startsWith("|") ? 0 : columns == 0 ? pipes : columns;
      assertThat(line.startsWith("|") ? pipes : 0).as(line).isEqualTo(columns);
    }
    assertThat(text).contains("| --- |");
  }

  @Test
  void a_report_fits_into_a_comment_and_tells_how_much_was_left_out() throws IOException {
    String text = GoldenTest.text(new MarkdownReport(), Runs.large(5700, 5700));

    int rows = text.split("\\| drifted ", -1).length - 1;
    assertThat(text.length()).isBetween(60_000, 65_000);
    assertThat(text)
        .contains((5701 - rows) + " more lines do not fit here; report.json has all.")
        .contains("### What to do next");
  }

  @Test
  void one_endless_value_does_not_push_the_rest_out() throws IOException {
    String endless = "x".repeat(999) + "\uD83D\uDE00".repeat(50_000);

    String code = MarkdownText.CELL.code(endless);

    assertThat(code).hasSizeLessThan(1100).contains("100999 characters, all in report.json");
    assertThat(code.codePoints().filter(c -> Character.getType(c) == Character.SURROGATE))
        .isEmpty();
  }
}
