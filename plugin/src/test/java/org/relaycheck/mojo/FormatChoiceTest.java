package org.relaycheck.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.relaycheck.report.ReportFile;

class FormatChoiceTest {

  @Test
  void without_a_word_the_usual_reports_are_written() throws Exception {
    assertThat(FormatChoice.of(null)).isEqualTo(ReportFile.USUAL);
    assertThat(FormatChoice.of(List.of("usual"))).isEqualTo(ReportFile.USUAL);
    assertThat(FormatChoice.of(Arrays.asList("", null))).isEqualTo(ReportFile.USUAL);
  }

  @Test
  void words_are_taken_in_any_case_and_usual_beside_another() throws Exception {
    assertThat(FormatChoice.of(List.of("JSON", " gitlab ")))
        .containsExactlyInAnyOrder(ReportFile.JSON, ReportFile.GITLAB);
    assertThat(FormatChoice.of(List.of("usual", "gitlab")))
        .containsAll(ReportFile.USUAL)
        .contains(ReportFile.GITLAB)
        .isInstanceOf(EnumSet.class);
  }

  @Test
  void another_word_is_refused_with_those_that_there_are() {
    assertThatThrownBy(() -> FormatChoice.of(List.of("json", "pdf")))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("relay.formats has 'pdf'; it takes usual, json, markdown");
  }
}
