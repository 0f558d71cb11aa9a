package org.relaycheck.policy;

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

/**
 * Reads files and what they include, each once. A file that several include is as weak as its first
 * place makes it, so that it stays weaker than every file that includes it.
 */
final class IncludeReader {

  private final Documents documents;
  private final Problems problems;
  private final Map<String, Optional<Tree.Mapping>> roots = new LinkedHashMap<>();
  private final Map<String, Map<Integer, Integer>> positions = new LinkedHashMap<>();

  IncludeReader(Documents documents, Problems problems) {
    this.documents = documents;
    this.problems = problems;
  }

  List<SourceFile> read(List<Reference> named) {
    for (int i = 0; i < named.size(); i++) {
      new Walk(i).visit(named.get(i));
    }
    Set<String> keys = named.stream().map(Reference::key).collect(Collectors.toSet());
    List<SourceFile> files = new ArrayList<>();
    positions.forEach(
        (key, late) -> {
          Layer layer = new Layer(late, keys.contains(key));
          boolean preset = key.startsWith(Reference.PRESET);
          roots
              .getOrDefault(key, Optional.empty())
              .ifPresent(root -> files.add(new SourceFile(layer, root, preset)));
        });
    return files;
  }

  /** The way through the files that one named file leads to. */
  private final class Walk {

    private final int root;
    private final Set<String> seen = new HashSet<>();
    private final List<String> done = new ArrayList<>();
    private final Deque<Reference> path = new ArrayDeque<>();

    Walk(int root) {
      this.root = root;
    }

    void visit(Reference file) {
      if (!seen.add(file.key())) {
        return;
      }
      path.addLast(file);
      Optional<Tree.Mapping> content =
          roots.computeIfAbsent(file.key(), key -> documents.read(file));
      content.flatMap(mapping -> mapping.get("include")).ifPresent(tree -> includes(file, tree));
      path.removeLast();
      Map<Integer, Integer> late =
          positions.computeIfAbsent(file.key(), key -> new LinkedHashMap<>());
      done.add(file.key());
      late.put(root, done.size());
    }

    private void includes(Reference from, Tree tree) {
      for (Tree.Scalar name : new Shape(problems).texts(tree, "'include'", "common.yaml")) {
        documents.find(from, name).ifPresent(to -> follow(to, name));
      }
    }

    private void follow(Reference to, Tree.Scalar name) {
      boolean round = path.stream().anyMatch(open -> open.key().equals(to.key()));
      if (round) {
        Stream<String> way =
            path.stream().dropWhile(open -> !open.key().equals(to.key())).map(Reference::shown);
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
