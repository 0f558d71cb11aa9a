package org.relaycheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownReportTest {

  @Test
  void a_fleet_that_differs_alike_is_one_table_with_its_hosts_to_unfold() throws Exception {
    String text = GoldenTest.text(new MarkdownReport(), Runs.fleet(10_000));

    assertThat(text).hasSizeLessThan(20_000).doesNotContain("not fit here");
    assertThat(text)
        .containsOnlyOnce("| drifted (warning) | `Banner` | `220 {host}` |")
        .contains(
            "### `Relay {host} on EX00000, EX00002, EX00004, EX00005, EX00006 and 7494 more`",
            "<details><summary>7499 hosts</summary>",
            "`EX00006`",
            " and 7299 more, all of them in report.json",
            "### `EX00001\\Relay EX00001` receiveConnectors");
  }

  @Test
  void one_host_has_nothing_to_unfold() throws Exception {
    assertThat(GoldenTest.text(new MarkdownReport(), Runs.everyVerdict()))
        .doesNotContain("<details>");
  }
}
