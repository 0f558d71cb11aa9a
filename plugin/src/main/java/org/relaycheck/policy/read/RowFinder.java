package org.relaycheck.policy.read;

import java.util.Collection;
import java.util.Optional;
import org.relaycheck.catalogue.Binding;
import org.relaycheck.catalogue.Property;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.Suggestion;
import org.relaycheck.yaml.YamlTree;

/** Finds the row that a key names, or says why there is none to state. */
public final class RowFinder {

  private final KindTable table;
  private final Collection<KindTable> all;
  private final FileProblems problems;

  public RowFinder(KindTable table, Collection<KindTable> all, FileProblems problems) {
    this.table = table;
    this.all = all;
    this.problems = problems;
  }

  public Optional<Property<?>> find(YamlTree.Scalar key, LineUse use) {
    Optional<Property<?>> row = table.row(key.text());
    Optional<String> wrong = row.isPresent() ? misplaced(row.get(), use) : unknown(key.text());
    wrong.ifPresent(text -> problems.add(key.place(), text));
    return wrong.isPresent() ? Optional.empty() : row;
  }

  private Optional<String> unknown(String name) {
    Optional<String> refusal = table.refusal(name);
    if (refusal.isPresent()) {
      return refusal.map(why -> "'" + name + "' cannot be stated: " + why);
    }
    String text = "'" + name + "' is not a setting of " + table.kind();
    Optional<String> other =
        all.stream().filter(kind -> kind.row(name).isPresent()).map(KindTable::kind).findFirst();
    return other
        .map(kind -> text + "; it is one of " + kind)
        .or(() -> Optional.of(text + Suggestion.ending(name, table.names())));
  }

  private static Optional<String> misplaced(Property<?> row, LineUse use) {
    boolean createOnly = row.binding() instanceof Binding.CreateOnly;
    return Optional.ofNullable(
        switch (use) {
          case SETTING ->
              createOnly
                  ? "'"
                      + row
                      + "' can be given only when a resource is created; state it under"
                      + " 'create'"
                  : row.onlyForWhere() ? onlyForWhere(row) : null;
          case CREATE ->
              row.onlyForWhere()
                  ? onlyForWhere(row)
                  : createOnly
                      ? null
                      : "'" + row + "' can be set at any time; state it beside 'create'";
          case WHERE ->
              createOnly
                  ? "'"
                      + row
                      + "' cannot be read back from the server, so nothing can be"
                      + " selected by it"
                  : null;
        });
  }

  private static String onlyForWhere(Property<?> row) {
    return "'" + row + "' cannot be set, only selected by; state it under 'where' of a baseline";
  }
}
