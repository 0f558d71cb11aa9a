package org.relaycheck.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.state.Expectation;
import org.relaycheck.state.Is;
import org.relaycheck.state.Origin;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;

/** Reads the lines of a resource, a template or a selection: a setting each. */
final class LineReader {

  /** Stands in for a server's name where a line is checked before one is known. */
  private static final String SOME_SERVER = "host";

  private final KindTable table;
  private final RowFinder rows;
  private final Problems problems;

  LineReader(KindTable table, Collection<KindTable> all, Problems problems) {
    this.table = table;
    this.rows = new RowFinder(table, all, problems);
    this.problems = problems;
  }

  /** The lines of a section, of a template if it has a name. */
  Sheet sheet(List<Tree.Entry> entries, Use use, Optional<String> template) {
    List<Line> lines = new ArrayList<>();
    for (Tree.Entry entry : entries) {
      rows.find(entry.key(), use)
          .flatMap(row -> line(row, new Stated(entry, use, template)))
          .ifPresent(lines::add);
    }
    return Sheet.of(table, lines);
  }

  /** A setting as a file states it. */
  private record Stated(Tree.Entry entry, Use use, Optional<String> template) {

    Stated on(String server) {
      Tree value = HostName.filledIn(entry.value(), server);
      return new Stated(new Tree.Entry(entry.key(), value), use, template);
    }
  }

  private <T> Optional<Line> line(Property<T> row, Stated stated) {
    if (!HostName.isIn(stated.entry().value())) {
      return bind(row, stated, problems);
    }
    Optional<Line> sample = bind(row, stated.on(SOME_SERVER), problems);
    return sample.map(
        line ->
            line.sample()
                .<Line>map(
                    example ->
                        new Line.PerHost(
                            example, line.ownSeverity(), server -> onServer(row, stated, server)))
                .orElse(line));
  }

  /** Thousands of servers may have one and the same problem; it is told once. */
  private <T> Optional<Statement<?>> onServer(Property<T> row, Stated stated, String server) {
    Problems found = new Problems();
    Optional<Line> line = bind(row, stated.on(server), found);
    problems.addNew(found);
    return line.flatMap(Line::sample);
  }

  private <T> Optional<Line> bind(Property<T> row, Stated stated, Problems sink) {
    ExpectationReader<T> reader = new ExpectationReader<>(row, sink);
    Tree value = stated.entry().value();
    if (!(value instanceof Tree.Mapping mapping)) {
      return reader
          .is(value)
          .filter(wanted -> canBeCreated(wanted, stated, sink))
          .map(wanted -> fixed(row, wanted, Terms.plain(), stated));
    }
    Optional<Terms> terms = new TermsReader(row, stated.use(), sink).read(mapping);
    if (terms.filter(some -> some.operator() == Operator.ANY).isPresent()) {
      return Optional.of(new Line.TakenBack(row, stated.entry().place()));
    }
    return terms.flatMap(
        some ->
            reader
                .read(some.operator(), mapping)
                .filter(wanted -> canBeCreated(wanted, stated, sink))
                .map(wanted -> fixed(row, wanted, some, stated)));
  }

  private static <T> Line fixed(
      Property<T> row, Expectation<T> wanted, Terms terms, Stated stated) {
    Origin origin = new Origin(stated.entry().place(), stated.template());
    Severity severity = terms.severity().orElse(Severity.ERROR);
    return new Line.Fixed(
        new Statement<>(row, wanted, severity, terms.remedy(), origin, terms.why()),
        terms.severity().isPresent());
  }

  private static boolean canBeCreated(Expectation<?> wanted, Stated stated, Problems sink) {
    boolean plain =
        stated.use() != Use.CREATE || (wanted instanceof Is<?> is && is.wanted().isPresent());
    if (!plain) {
      sink.add(
          stated.entry().value().place(),
          stated.entry().name() + ": 'create' writes a value; state one, without operator");
    }
    return plain;
  }
}
