package org.relaycheck.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relaycheck.report.Notice;
import org.relaycheck.report.Runs;
import org.relaycheck.report.text.VisibleText;
import org.relaycheck.state.Place;

class PipelineSystemTest {

  private static final RepositoryPaths PATHS = new RepositoryPaths(Path.of("").toAbsolutePath());

  @Test
  void the_environment_says_which_system_it_is() {
    Properties environment = new Properties();
    assertThat(PipelineSystem.of(environment)).isEmpty();

    environment.setProperty("env.TF_BUILD", "True");

    assertThat(PipelineSystem.of(environment)).contains(PipelineSystem.AZURE);
  }

  @Test
  void what_separates_the_parts_of_a_command_is_escaped_in_them() {
    Notice notice = notice("100% 'a,b::c]; %0A::error::x");

    assertThat(PipelineSystem.GITHUB.line(notice, PATHS))
        .isEqualTo(
            "::error file=p%2Cq%3A%25r;s].yaml,line=3,col=4,title=a%3Ab%2Cc::"
                + "100%25 'a,b::c]; %250A::error::x");
    assertThat(PipelineSystem.AZURE.line(notice, PATHS))
        .isEqualTo(
            "##vso[task.logissue type=error;sourcepath=p,q:%AZP25r%3Bs%5D.yaml;linenumber=3;"
                + "columnnumber=4;]100%AZP25 'a,b::c]; %AZP250A::error::x");
  }

  @ParameterizedTest
  @EnumSource(PipelineSystem.class)
  void a_text_that_is_a_command_is_none_inside_of_ours(PipelineSystem system) {
    Notice notice = notice("x\n##vso[task.complete result=Succeeded;]\r\n::stop-commands::y");

    String line = system.line(notice, PATHS);

    assertThat(line.substring(2)).doesNotContain("##vso[", "##[", "\n", "\r");
  }

  @ParameterizedTest
  @EnumSource(PipelineSystem.class)
  void ten_of_a_kind_are_told_each_on_one_visible_line(PipelineSystem system) {
    List<String> many = system.lines(Notice.of(Runs.large(30, 30)), PATHS);
    List<String> nasty = system.lines(Notice.of(Runs.nasty()), PATHS);

    assertThat(many).hasSize(10);
    assertThat(nasty)
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.codePoints().filter(VisibleText::hidden)).isEmpty());
  }

  private static Notice notice(String text) {
    return new Notice(
        "1",
        "a:b,c",
        Notice.Level.ERROR,
        text,
        new Place("p,q:%r;s].yaml", 3, 4),
        Optional.empty());
  }
}
