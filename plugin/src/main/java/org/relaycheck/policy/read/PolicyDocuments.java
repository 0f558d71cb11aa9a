package org.relaycheck.policy.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.relaycheck.policy.member.ListedFile;
import org.relaycheck.policy.preset.PresetSource;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.Suggestion;
import org.relaycheck.yaml.TextFile;
import org.relaycheck.yaml.YamlReader;
import org.relaycheck.yaml.YamlTree;

/** Where the files of a policy are found: beside each other, and among the presets. */
public final class PolicyDocuments {

  private final PresetSource presets;
  private final Map<Path, String> drafts;
  private final FileProblems problems;
  private final Map<String, FileReference> byName = new HashMap<>();

  /** Drafts are texts that are read instead of what a file of an absolute path holds. */
  public PolicyDocuments(PresetSource presets, Map<Path, String> drafts, FileProblems problems) {
    this.presets = presets;
    this.drafts = Map.copyOf(drafts);
    this.problems = problems;
  }

  Optional<YamlTree.Mapping> read(FileReference file) {
    byName.put(file.shown(), file);
    Optional<String> text =
        file.path().map(path -> text(file, path)).orElseGet(() -> presets.text(file.presetName()));
    return text.flatMap(found -> new YamlReader(problems, "version: 1").read(file.shown(), found));
  }

  private Optional<String> text(FileReference file, Path path) {
    return Optional.ofNullable(drafts.get(path.toAbsolutePath().normalize()))
        .or(() -> new TextFile(problems).read(file.shown(), path));
  }

  /** What an include names, if it is there. */
  Optional<FileReference> find(FileReference from, YamlTree.Scalar name) {
    Optional<FileReference> to = from.included(name.text());
    if (name.text().startsWith(FileReference.PRESET)) {
      return to.filter(reference -> isPreset(reference, name));
    }
    Optional<FileReference> there =
        to.filter(reference -> reference.path().filter(Files::exists).isPresent());
    if (there.isEmpty()) {
      problems.add(
          name.place(),
          "there is no file '"
              + name.text()
              + "' (paths begin at the folder of this file)"
              + near(to));
    }
    return there;
  }

  private boolean isPreset(FileReference reference, YamlTree.Scalar name) {
    boolean known = presets.names().contains(reference.presetName());
    if (!known) {
      problems.add(
          name.place(),
          "there is no preset '"
              + reference.presetName()
              + "'"
              + Suggestion.ending(reference.presetName(), presets.names()));
    }
    return known;
  }

  /** The members that a file lists, which is named in a file that was read. */
  List<OwnedMember> listed(YamlTree tree) {
    FileReference from = byName.get(tree.place().file());
    if (!(tree instanceof YamlTree.Scalar name) || name.isNothing() || from == null) {
      problems.add(
          tree.place(), "'file': found " + tree.described() + "; expected a name: senders.csv");
      return List.of();
    }
    return find(from, name)
        .flatMap(
            file -> file.path().flatMap(path -> text(file, path)).map(text -> read(file, text)))
        .orElse(List.of());
  }

  private List<OwnedMember> read(FileReference file, String text) {
    return new ListedFile(file.shown(), problems).read(text);
  }

  private static String near(Optional<FileReference> missing) {
    Optional<Path> path = missing.flatMap(FileReference::path);
    Path folder = path.map(Path::toAbsolutePath).map(Path::getParent).orElse(Path.of("."));
    String name = path.map(Path::getFileName).map(Path::toString).orElse("");
    try (Stream<Path> files = Files.list(folder)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      return Suggestion.nearest(name, names)
          .map(other -> "; did you mean '" + other + "'?")
          .orElse("");
    } catch (IOException noFolder) {
      return "";
    }
  }
}
