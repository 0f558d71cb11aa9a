package org.relaycheck.yaml;

import java.util.Optional;
import org.relaycheck.state.Place;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Makes a tree of the text of a file; a file that is not YAML has one problem. */
public final class YamlReader {

  /** What to do about text that YAML takes for something else. */
  static final String QUOTE = "put it in quotes";

  private final FileProblems problems;
  private final String beginning;

  /** A reader of files that begin in a given way, which is told when one is empty. */
  public YamlReader(FileProblems problems, String beginning) {
    this.problems = problems;
    this.beginning = beginning;
  }

  /** Leaves all text as it is: what it means is for the rows to say. */
  private static final class EverythingIsText extends Resolver {
    @Override
    public Tag resolve(NodeId kind, String value, boolean implicit) {
      return switch (kind) {
        case scalar, anchor -> Tag.STR;
        case sequence -> Tag.SEQ;
        case mapping -> Tag.MAP;
      };
    }
  }

  /** The file's mapping, if it is one. */
  public Optional<YamlTree.Mapping> read(String file, String text) {
    Optional<YamlTree> tree = tree(file, text);
    Optional<YamlTree.Mapping> mapping =
        tree.filter(YamlTree.Mapping.class::isInstance).map(YamlTree.Mapping.class::cast);
    if (tree.isPresent() && mapping.isEmpty()) {
      problems.add(
          tree.get().place(),
          "found " + tree.get().described() + "; a file begins with '" + beginning + "'");
    }
    return mapping;
  }

  private Optional<YamlTree> tree(String file, String text) {
    if (text.codePointCount(0, text.length()) > TextFile.MOST_CODE_POINTS) {
      problems.add(new Place(file, 1, 1), TextFile.tooLarge());
      return Optional.empty();
    }
    return printable(file, text) ? compose(file, text) : Optional.empty();
  }

  private boolean printable(String file, String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      if (!StreamReader.isPrintable(character)) {
        problems.add(
            TextFile.end(file, text.substring(0, i)),
            String.format("character U+%04X cannot stand in YAML; remove it", character));
        return false;
      }
    }
    return true;
  }

  private Optional<YamlTree> compose(String file, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(TextFile.MOST_CODE_POINTS + 1);
    StrictYamlParser parser = new StrictYamlParser(new ParserImpl(new StreamReader(text), options));
    YamlErrors errors = new YamlErrors(file, text);
    try {
      Node root = new Composer(parser, new EverythingIsText(), options).getSingleNode();
      if (root != null) {
        return Optional.of(new YamlTreeBuilder(file, problems).tree(root));
      }
      problems.add(new Place(file, 1, 1), "is empty; it begins with '" + beginning + "'");
    } catch (StrictYamlParser.Refusal refusal) {
      Place place = YamlTreeBuilder.place(file, refusal.mark());
      problems.add(place, refusal.text());
    } catch (MarkedYAMLException broken) {
      problems.add(errors.place(broken), errors.text(broken));
    } catch (YAMLException limit) {
      problems.add(errors.place(parser.last()), errors.limit(limit));
    }
    return Optional.empty();
  }
}
