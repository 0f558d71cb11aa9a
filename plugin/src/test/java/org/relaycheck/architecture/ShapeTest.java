package org.relaycheck.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shape of the sources: small files, short methods, few parameters. */
class ShapeTest {

  private static final int FILE_MEDIAN = 60;
  private static final int FILE_P90 = 150;
  private static final int FILE_MOST = 250;
  private static final int METHOD_P90 = 15;
  private static final int METHOD_MOST = 30;
  private static final int PARAMETERS_MOST = 4;
  private static final int COMPONENTS_MOST = 6;
  private static final int MOJO_MOST = 80;
  private static final String RECORD = "record ";

  private static final List<Part> FILES = new ArrayList<>();
  private static final List<Part> METHODS = new ArrayList<>();
  private static final List<String> MANY_PARAMETERS = new ArrayList<>();

  /** A named part of the sources with its length in lines. */
  private record Part(String name, int lines) {}

  @BeforeAll
  static void measure() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> tree = Files.walk(Path.of("src/main/java"))) {
      List<Path> sources = tree.filter(path -> path.toString().endsWith(".java")).toList();
      for (Path source : sources) {
        FILES.add(new Part(source.toString(), Files.readAllLines(source).size()));
      }
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(unit, positions).scan(unit, null);
      }
    }
  }

  @Test
  void files_are_small() {
    List<Part> files = FILES.stream().filter(file -> !file.name().endsWith("Rows.java")).toList();

    assertThat(files).allSatisfy(file -> assertThat(file.lines()).isLessThanOrEqualTo(FILE_MOST));
    assertThat(percentile(files, 50)).isLessThanOrEqualTo(FILE_MEDIAN);
    assertThat(percentile(files, 90)).isLessThanOrEqualTo(FILE_P90);
  }

  @Test
  void goals_are_thin() {
    assertThat(FILES)
        .filteredOn(file -> file.name().endsWith("Mojo.java"))
        .allSatisfy(file -> assertThat(file.lines()).isLessThanOrEqualTo(MOJO_MOST));
  }

  @Test
  void methods_are_short() {
    assertThat(METHODS)
        .allSatisfy(method -> assertThat(method.lines()).isLessThanOrEqualTo(METHOD_MOST));
    assertThat(percentile(METHODS, 90)).isLessThanOrEqualTo(METHOD_P90);
  }

  @Test
  void parameters_are_few() {
    assertThat(MANY_PARAMETERS).isEmpty();
  }

  private static int percentile(List<Part> parts, int percent) {
    List<Integer> sorted = parts.stream().map(Part::lines).sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  private static final class Scanner extends TreeScanner<Void, String> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    Scanner(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public Void visitClass(ClassTree type, String outer) {
      boolean data = type.getKind() == Tree.Kind.RECORD;
      if (data) {
        long components =
            type.getMembers().stream()
                .filter(member -> member.getKind() == Tree.Kind.VARIABLE)
                .filter(member -> !member.toString().contains("static"))
                .count();
        note(type.getSimpleName() + " (components)", components, COMPONENTS_MOST);
      }
      return super.visitClass(type, (data ? RECORD : "") + type.getSimpleName());
    }

    @Override
    public Void visitMethod(MethodTree method, String type) {
      String name = type + "." + method.getName();
      METHODS.add(new Part(name, lines(method)));
      boolean constructor = type.startsWith(RECORD) && method.getName().contentEquals("<init>");
      note(name, method.getParameters().size(), constructor ? COMPONENTS_MOST : PARAMETERS_MOST);
      return super.visitMethod(method, type);
    }

    private static void note(String what, long number, int most) {
      if (number > most) {
        MANY_PARAMETERS.add(what + ": " + number);
      }
    }

    /** Without annotations and Javadoc, which are no code. */
    private int lines(MethodTree method) {
      long start =
          method.getReturnType() == null
              ? positions.getStartPosition(unit, method)
              : positions.getStartPosition(unit, method.getReturnType());
      long end = positions.getEndPosition(unit, method);
      return (int) (unit.getLineMap().getLineNumber(end) - unit.getLineMap().getLineNumber(start))
          + 1;
    }
  }
}
