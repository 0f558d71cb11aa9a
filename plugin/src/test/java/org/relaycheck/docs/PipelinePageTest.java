package org.relaycheck.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The page about pipelines: its files are read, and what they give a shell is run. */
class PipelinePageTest {

  private static final Path SNIPPETS = Path.of("../docs/snippets");
  private static final Path OUTCOME =
      Path.of("src/test/resources/golden/drift-of-every-type/expected/outcome.env");
  private static final List<String> YAML = List.of("github", "gitlab", "azure");
  private static final Pattern JENKINS_SHELL = Pattern.compile("sh '([^']*)'");
  private static final Pattern CALL =
      Pattern.compile(
          "mvn -B -s ci/settings.xml relay:(check|validate)"
              + "( -Drelay.failOn=none| -Drelay.base=../base -Drelay.failOn=new-by-change"
              + "| -Drelay.history=relay-history -Drelay.failOn=error,new)?");

  /** Programs that a pipeline has; each notes how it was called and takes what it is given. */
  private static final String STUB =
      """
      #!/bin/sh
      echo "$(basename "$0") $*" >> "$CALLS"
      case "$0" in
        */mvn) mkdir -p target/relay && cp "$OUTCOME" target/relay/outcome.env && echo "# report" > target/relay/report.md ;;
        */gh) grep -q report ;;
        */jq) cat target/relay/report.md ;;
      esac
      """;

  private static final Map<String, String> VARIABLES =
      Map.of(
          "GITHUB_STEP_SUMMARY", "summary.md",
          "PR", "7",
          "RELAY_BOT_TOKEN", "secret",
          "CI_API_V4_URL", "https://gitlab.corp.example/api/v4",
          "CI_PROJECT_ID", "1",
          "CI_MERGE_REQUEST_IID", "7",
          "SECRETS", "secrets");

  private static final Map<String, String> AZURE =
      Map.of(
          "SYSTEM_ACCESSTOKEN", "secret",
          "SYSTEM_COLLECTIONURI", "https://dev.azure.com/corp/",
          "SYSTEM_TEAMPROJECT", "mail",
          "BUILD_REPOSITORY_ID", "1",
          "SYSTEM_PULLREQUEST_PULLREQUESTID", "7");

  @TempDir private Path folder;

  /** What the files give a shell, one command or script each. */
  static List<String> shells() throws IOException {
    List<String> shells = new ArrayList<>();
    for (String name : YAML) {
      collect(yaml("ci-" + name + ".yaml"), "", shells);
    }
    JENKINS_SHELL.matcher(text("ci-jenkins.groovy")).results().forEach(r -> shells.add(r.group(1)));
    shells.add(text("ci-vault.sh"));
    shells.add(text("ci-outcome.sh"));
    shells.add(text("ci-change.sh"));
    shells.add(text("ci-history.sh"));
    return shells;
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab", "azure"})
  void a_pipeline_is_yaml_with_a_check_that_keeps_what_was_found(String name) throws IOException {
    assertThat(yaml("ci-" + name + ".yaml").toString())
        .contains("relay:check", "target/relay", "always");
  }

  @Test
  void what_is_opened_in_the_jenkinsfile_is_closed() throws IOException {
    String jenkins = text("ci-jenkins.groovy");

    for (String pair : List.of("{}", "()", "[]")) {
      assertThat(count(jenkins, pair.charAt(0))).isEqualTo(count(jenkins, pair.charAt(1)));
    }
    assertThat(count(jenkins, '\'') % 2).isZero();
  }

  @ParameterizedTest
  @MethodSource("shells")
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void what_a_shell_is_given_runs(String script) throws Exception {
    Path calls = folder.resolve("calls.txt");
    ProcessBuilder shell = shell(script, calls);

    Process process = shell.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    if (Files.exists(calls)) {
      assertThat(Files.readAllLines(calls))
          .filteredOn(call -> call.startsWith("mvn"))
          .allMatch(call -> CALL.matcher(call).matches());
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void a_step_that_has_no_report_to_send_fails() throws Exception {
    ProcessBuilder shell = shell("cat target/none/report.md >> \"$GITHUB_STEP_SUMMARY\"", folder);

    assertThat(shell.start().waitFor()).isNotZero();
  }

  @Test
  void the_settings_take_accounts_from_the_environment() throws Exception {
    Properties environment = new Properties();
    environment.setProperty("env.EXCHANGE_USER", "CORP\\exchange-reader");
    environment.setProperty("env.EXCHANGE_PASSWORD", "a<b&c\"$1");

    Settings settings =
        new DefaultSettingsBuilderFactory()
            .newInstance()
            .build(
                new DefaultSettingsBuildingRequest()
                    .setUserSettingsFile(SNIPPETS.resolve("ci-settings.xml").toFile())
                    .setSystemProperties(environment))
            .getEffectiveSettings();

    assertThat(settings.getServer("exchange-reader").getUsername())
        .isEqualTo("CORP\\exchange-reader");
    assertThat(settings.getServer("exchange-reader").getPassword()).isEqualTo("a<b&c\"$1");
    assertThat(settings.getPluginGroups()).contains("org.relaycheck");
  }

  private ProcessBuilder shell(String script, Path calls) throws IOException {
    Path programs = Files.createDirectories(folder.resolve("programs"));
    for (String name : List.of("mvn", "git", "gh", "curl", "jq")) {
      Files.writeString(programs.resolve(name), STUB).toFile().setExecutable(true);
    }
    Path secrets = Files.createDirectories(folder.resolve("secrets"));
    for (String name : List.of("exchange-user", "exchange-password", "sql-user", "sql-password")) {
      Files.writeString(secrets.resolve(name), "secret");
    }
    Path report = Files.createDirectories(folder.resolve("target/relay")).resolve("report.md");
    Files.writeString(report, "# report\n");
    ProcessBuilder shell = new ProcessBuilder("sh", "-euc", script).directory(folder.toFile());
    shell.environment().putAll(VARIABLES);
    shell.environment().putAll(AZURE);
    shell.environment().put("CALLS", calls.toString());
    shell.environment().put("OUTCOME", OUTCOME.toAbsolutePath().toString());
    shell.environment().merge("PATH", programs + ":", (old, own) -> own + old);
    return shell.redirectInput(Redirect.from(new File("/dev/null"))).redirectErrorStream(true);
  }

  /** What stands under keys by which these systems give a text to a shell. */
  private static void collect(Object node, String key, List<String> shells) {
    if (node instanceof Map<?, ?> map) {
      map.forEach((name, value) -> collect(value, String.valueOf(name), shells));
    } else if (node instanceof List<?> list) {
      list.forEach(item -> collect(item, key, shells));
    } else if (List.of("run", "script", "bash").contains(key)) {
      shells.add(String.valueOf(node));
    }
  }

  private static Object yaml(String name) throws IOException {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text(name));
  }

  private static String text(String name) throws IOException {
    return Files.readString(SNIPPETS.resolve(name));
  }

  private static long count(String text, char sign) {
    return text.chars().filter(one -> one == sign).count();
  }
}
