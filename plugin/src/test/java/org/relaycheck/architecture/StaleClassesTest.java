package org.relaycheck.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After an edit, exactly what no longer links is compiled anew. */
class StaleClassesTest {

  private static final String SHELF =
      "package org.relaycheck; class Shelf { int size() { return 1; } }";
  private static final String USER =
      "package org.relaycheck; record User(Shelf shelf) { int size() { return shelf.size(); } }";

  @TempDir private Path folder;

  @Test
  void what_links_stays() throws IOException {
    compile("Shelf", SHELF);
    compile("User", USER);

    compile("Shelf", SHELF.replace("return 1", "return 2"));

    assertThat(deleted()).isEmpty();
    assertThat(classFile("User")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"long size() {", "int size(int least) {", "int length() {"})
  void what_uses_a_changed_signature_is_deleted(String signature) throws IOException {
    compile("Shelf", SHELF);
    compile("User", USER);

    compile("Shelf", SHELF.replace("int size() {", signature));

    assertThat(deleted()).containsExactly("User");
    assertThat(classFile("User")).doesNotExist();
    assertThat(classFile("Shelf")).exists();
  }

  @Test
  void what_lacks_a_new_method_of_its_interface_is_deleted() throws IOException {
    compile("Shape", "package org.relaycheck; interface Shape { }");
    compile("Square", "package org.relaycheck; record Square() implements Shape { }");

    compile("Shape", "package org.relaycheck; interface Shape { int sides(); }");

    assertThat(deleted()).containsExactly("Square");
  }

  @Test
  void what_has_lost_its_source_is_deleted_and_so_is_what_uses_it() throws IOException {
    compile("Shelf", SHELF);
    compile("User", USER);

    Files.delete(source("Shelf"));

    assertThat(deleted()).containsExactly("User");
    assertThat(classFile("Shelf")).doesNotExist();
  }

  private Set<String> deleted() throws IOException {
    return new StaleClasses()
        .deleted(List.of(folder.resolve("src")), List.of(folder.resolve("to")));
  }

  private void compile(String name, String text) throws IOException {
    Files.createDirectories(source(name).getParent());
    Files.writeString(source(name), text);
    String to = Files.createDirectories(folder.resolve("to")).toString();

    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-cp", to, "-d", to, source(name).toString());

    assertThat(exit).isZero();
  }

  private Path source(String name) {
    return folder.resolve("src/org/relaycheck/" + name + ".java");
  }

  private Path classFile(String name) {
    return folder.resolve("to/org/relaycheck/" + name + ".class");
  }
}
