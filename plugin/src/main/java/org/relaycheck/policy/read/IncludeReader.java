package org.relaycheck.policy.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.NodeShape;
import org.relaycheck.yaml.YamlTree;

/**
 * Reads files and what they include, each once. A file that several include is as weak as its first
 * place makes it, so that it stays weaker than every file that includes it.
 */
public final class IncludeReader {

  private final PolicyDocuments documents;
  private final FileProblems problems;
  private final Map<String, Optional<YamlTree.Mapping>> roots = new LinkedHashMap<>();
  private final Map<String, Map<Integer, Integer>> positions = new LinkedHashMap<>();

  public IncludeReader(PolicyDocuments documents, FileProblems problems) {
    this.documents = documents;
    this.problems = problems;
  }

  public List<PolicyFile> read(List<FileReference> named) {
    for (int i = 0; i < named.size(); i++) {
      new Walk(i).visit(named.get(i));
    }
    Set<String> keys = named.stream().map(FileReference::key).collect(Collectors.toSet());
    List<PolicyFile> files = new ArrayList<>();
    positions.forEach(
        (key, late) -> {
          FileLayer layer = new FileLayer(late, keys.contains(key));
          boolean preset = key.startsWith(FileReference.PRESET);
          roots
              .getOrDefault(key, Optional.empty())
              .ifPresent(root -> files.add(new PolicyFile(layer, root, preset)));
        });
    return files;
  }

  /** The way through the files that one named file leads to. */
  private final class Walk {

    private final int root;
    private final Set<String> seen = new HashSet<>();
    private final List<String> done = new ArrayList<>();
    private final Deque<FileReference> path = new ArrayDeque<>();

    Walk(int root) {
      this.root = root;
    }

    void visit(FileReference file) {
      if (!seen.add(file.key())) {
        return;
      }
      path.addLast(file);
      Optional<YamlTree.Mapping> content =
          roots.computeIfAbsent(file.key(), key -> documents.read(file));
      content.flatMap(mapping -> mapping.get("include")).ifPresent(tree -> includes(file, tree));
      path.removeLast();
      Map<Integer, Integer> late =
          positions.computeIfAbsent(file.key(), key -> new LinkedHashMap<>());
      done.add(file.key());
      late.put(root, done.size());
    }

    private void includes(FileReference from, YamlTree tree) {
      for (YamlTree.Scalar name : new NodeShape(problems).texts(tree, "'include'", "common.yaml")) {
        documents.find(from, name).ifPresent(to -> follow(to, name));
      }
    }

    private void follow(FileReference to, YamlTree.Scalar name) {
      boolean round = path.stream().anyMatch(open -> open.key().equals(to.key()));
      if (round) {
        Stream<String> way =
            path.stream().dropWhile(open -> !open.key().equals(to.key())).map(FileReference::shown);
        String shown =
            Stream.concat(way, Stream.of(to.shown())).collect(Collectors.joining(" -> "));
        problems.add(
            name.place(), "the files include each other: " + shown + "; remove one include");
      } else {
        visit(to);
      }
    }
  }
}
