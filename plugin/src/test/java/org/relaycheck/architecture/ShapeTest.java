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

/** The shape of the sources: small files, short methods, small records. */
class ShapeTest {

  private static final int FILE_MOST = 300;
  private static final int METHOD_MOST = 40;
  private static final int COMPONENTS_MOST = 8;
  private static final int MOJO_MOST = 95;

  private static final List<Part> FILES = new ArrayList<>();
  private static final List<Part> METHODS = new ArrayList<>();
  private static final List<String> MANY_COMPONENTS = new ArrayList<>();

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
  }

  @Test
  void records_are_small() {
    assertThat(MANY_COMPONENTS).isEmpty();
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
      if (type.getKind() == Tree.Kind.RECORD) {
        long components =
            type.getMembers().stream()
                .filter(member -> member.getKind() == Tree.Kind.VARIABLE)
                .filter(member -> !member.toString().contains("static"))
                .count();
        if (components > COMPONENTS_MOST) {
          MANY_COMPONENTS.add(type.getSimpleName() + ": " + components);
        }
      }
      return super.visitClass(type, type.getSimpleName().toString());
    }

    @Override
    public Void visitMethod(MethodTree method, String type) {
      METHODS.add(new Part(type + "." + method.getName(), lines(method)));
      return super.visitMethod(method, type);
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
