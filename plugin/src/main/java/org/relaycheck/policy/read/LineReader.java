package org.relaycheck.policy.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.policy.member.MemberReader;
import org.relaycheck.state.Origin;
import org.relaycheck.state.OwnedMember;
import org.relaycheck.state.Severity;
import org.relaycheck.state.Statement;
import org.relaycheck.state.expectation.Expectation;
import org.relaycheck.state.expectation.IsExactly;
import org.relaycheck.yaml.FileProblems;
import org.relaycheck.yaml.YamlTree;

/** Reads the lines of a resource, a template or a selection: a setting each. */
public final class LineReader {

  /** Stands in for a server's name where a line is checked before one is known. */
  private static final String SOME_SERVER = "host";

  private final KindTable table;
  private final RowFinder rows;
  private final FileProblems problems;
  private final Optional<MemberReader> members;

  /** A reader of lines in which nothing is said of single members. */
  public LineReader(KindTable table, Collection<KindTable> all, FileProblems problems) {
    this(table, all, problems, Optional.empty());
  }

  LineReader(
      KindTable table,
      Collection<KindTable> all,
      FileProblems problems,
      Optional<MemberReader> members) {
    this.table = table;
    this.members = members;
    this.rows = new RowFinder(table, all, problems);
    this.problems = problems;
  }

  /** The lines of a section, of a template if it has a name. */
  public SettingLines settingLines(
      List<YamlTree.Entry> entries, LineUse use, Optional<String> template) {
    List<SettingLine> lines = new ArrayList<>();
    for (YamlTree.Entry entry : entries) {
      rows.find(entry.key(), use)
          .flatMap(row -> line(row, stated(row, entry, use, template)))
          .ifPresent(lines::add);
    }
    return SettingLines.of(table, lines);
  }

  private Stated stated(
      Property<?> row, YamlTree.Entry entry, LineUse use, Optional<String> template) {
    MemberReader.Plain plain =
        members
            .filter(some -> use == LineUse.SETTING)
            .map(some -> some.plain(row, entry.value()))
            .orElseGet(() -> MemberReader.Plain.of(entry.value()));
    return new Stated(
        new YamlTree.Entry(entry.key(), plain.value()), use, template, plain.members());
  }

  /** A setting as a file states it. */
  private record Stated(
      YamlTree.Entry entry, LineUse use, Optional<String> template, List<OwnedMember> members) {

    Stated on(String server) {
      YamlTree value = HostName.filledIn(entry.value(), server);
      return new Stated(new YamlTree.Entry(entry.key(), value), use, template, members);
    }
  }

  private <T> Optional<SettingLine> line(Property<T> row, Stated stated) {
    if (!HostName.isIn(stated.entry().value())) {
      return bind(row, stated, problems);
    }
    Optional<SettingLine> sample = bind(row, stated.on(SOME_SERVER), problems);
    return sample.map(
        line ->
            line.sample()
                .<SettingLine>map(
                    example ->
                        new SettingLine.PerHost(
                            example, line.ownSeverity(), server -> onServer(row, stated, server)))
                .orElse(line));
  }

  /** Thousands of servers may have one and the same problem; it is reported once. */
  private <T> Optional<Statement<?>> onServer(Property<T> row, Stated stated, String server) {
    FileProblems found = new FileProblems();
    Optional<SettingLine> line = bind(row, stated.on(server), found);
    problems.addNew(found);
    return line.flatMap(SettingLine::sample);
  }

  private <T> Optional<SettingLine> bind(Property<T> row, Stated stated, FileProblems sink) {
    ExpectationReader<T> reader = new ExpectationReader<>(row, sink);
    YamlTree value = stated.entry().value();
    if (!(value instanceof YamlTree.Mapping mapping)) {
      return reader
          .is(value)
          .filter(wanted -> canBeCreated(wanted, stated, sink))
          .map(wanted -> fixed(row, wanted, LineTerms.plain(), stated));
    }
    Optional<LineTerms> terms = new TermsReader(row, stated.use(), sink).read(mapping);
    if (terms.filter(some -> some.operator() == PolicyOperator.ANY).isPresent()) {
      return Optional.of(new SettingLine.TakenBack(row, stated.entry().place()));
    }
    return terms.flatMap(
        some ->
            reader
                .read(some.operator(), mapping)
                .filter(wanted -> canBeCreated(wanted, stated, sink))
                .map(wanted -> fixed(row, wanted, some, stated)));
  }

  private static <T> SettingLine fixed(
      Property<T> row, Expectation<T> wanted, LineTerms terms, Stated stated) {
    Origin origin = new Origin(stated.entry().place(), stated.template());
    Severity severity = terms.severity().orElse(Severity.ERROR);
    return new SettingLine.Fixed(
        new Statement<>(
            row, wanted, severity, terms.remediation(), origin, terms.why(), stated.members()),
        terms.severity().isPresent());
  }

  private static boolean canBeCreated(Expectation<?> wanted, Stated stated, FileProblems sink) {
    boolean plain =
        stated.use() != LineUse.CREATE
            || (wanted instanceof IsExactly<?> is && is.wanted().isPresent());
    if (!plain) {
      sink.add(
          stated.entry().value().place(),
          stated.entry().name() + ": 'create' writes a value; state one, without operator");
    }
    return plain;
  }
}
