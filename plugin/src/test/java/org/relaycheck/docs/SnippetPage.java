package org.relaycheck.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A page whose blocks of code are files, named in a comment above each block. */
public record SnippetPage(Path path) {

  /** The pages that newcomers read first. */
  public static final List<SnippetPage> FIRST =
      List.of(
          new SnippetPage(Path.of("../README.md")),
          new SnippetPage(Path.of("../example-project/README.md")),
          new SnippetPage(Path.of("../policies/README.md")),
          new SnippetPage(Path.of("../docs/policy.md")),
          new SnippetPage(Path.of("../docs/ci.md")));

  private static final Pattern BLOCK =
      Pattern.compile(
          "^<!-- (\\S+) -->\n```[a-z]+\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  public String text() {
    try {
      return Files.readString(path);
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
  }

  /** The files of its blocks, from the root of the project. */
  public List<String> files() {
    return blocks().stream().map(block -> block.group(1)).toList();
  }

  /** The page with this as its block of a file; the same if it has none. */
  public String with(String file, String code) {
    StringBuilder text = new StringBuilder(text());
    for (MatchResult block : blocks()) {
      if (block.group(1).equals(file)) {
        return text.replace(block.start(2), block.end(2), code).toString();
      }
    }
    return text.toString();
  }

  private List<MatchResult> blocks() {
    return BLOCK.matcher(text()).results().toList();
  }
}
