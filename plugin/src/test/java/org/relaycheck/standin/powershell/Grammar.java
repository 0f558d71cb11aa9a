package org.relaycheck.standin.powershell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.relaycheck.Peers;

/** A grammar of PowerShell that others keep, in Node. */
public final class Grammar {

  private static final Path NODE = Path.of("src/test/node");

  private Grammar() {}

  /** The places of syntax errors, a line each. */
  public static String errors(String script) throws IOException, InterruptedException {
    if (!Files.isDirectory(NODE.resolve("node_modules"))) {
      Peers.missing("plugin/src/test/node/node_modules (npm ci --ignore-scripts)");
    }
    Process node =
        new ProcessBuilder("node", "--liftoff-only", "check-ps.mjs")
            .directory(NODE.toFile())
            .redirectErrorStream(true)
            .start();
    node.getOutputStream().write(script.getBytes(StandardCharsets.US_ASCII));
    node.getOutputStream().close();
    String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!node.waitFor(1, TimeUnit.MINUTES) || node.exitValue() != 0) {
      throw new AssertionError("node failed: " + said);
    }
    return said;
  }
}
