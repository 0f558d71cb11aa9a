package org.relaycheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.relaycheck.Peers;
import org.relaycheck.compare.FailOn;

/** Pages in a real browser; what is looked at is in {@code page.test.mjs}. */
@Timeout(180)
class HtmlBrowserTest {

  private static final Path NODE = Path.of("src/test/node");

  /** Ways out of a text, of an attribute, of a style, of a script, and into a link. */
  private static final String HOSTILE =
      "\"'></code></style></script><script>window.harmed=1</script>"
          + "<img src=x onerror=window.harmed=1><iframe srcdoc='<b>x'></iframe>"
          + "<a href='javascript:window.harmed=1'>x</a>&lt;b&gt;"
          + Runs.NASTY;

  @TempDir private Path pages;

  @Test
  void a_browser_shows_and_filters_findings_and_obeys_no_text_of_them() throws Exception {
    page("verdicts.html", Runs.everyVerdict());
    page("hostile.html", Runs.full(HOSTILE));
    page("fleet.html", Runs.fleet(40));
    page(
        "refused.html",
        CheckRun.refused(List.of(HOSTILE), FailOn.ERROR, Runs.scope(), Runs.stamp()));

    ProcessBuilder node = new ProcessBuilder("node", "--test", "page.test.mjs");
    node.environment().put("PAGES", pages.toString());
    node.environment().put("CHROMIUM", browser().toString());
    Process tests = node.directory(NODE.toFile()).redirectErrorStream(true).start();
    String said = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(tests.waitFor()).as(said).isZero();
    assertThat(said).containsPattern("pass [1-9]").contains("skipped 0");
  }

  private void page(String name, CheckRun run) throws IOException {
    Files.writeString(pages.resolve(name), GoldenTest.text(new HtmlReport(), run));
  }

  private static Path browser() {
    if (!Files.isDirectory(NODE.resolve("node_modules/playwright-core"))) {
      Peers.missing("plugin/src/test/node/node_modules (npm ci --ignore-scripts)");
    }
    Optional<Path> found =
        List.of("chromium", "chromium-browser", "google-chrome").stream()
            .map(name -> Path.of("/usr/bin", name))
            .filter(Files::isExecutable)
            .findFirst();
    if (found.isEmpty()) {
      Peers.missing("chromium");
    }
    return found.orElseThrow();
  }
}
