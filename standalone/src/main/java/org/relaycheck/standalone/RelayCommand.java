package org.relaycheck.standalone;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.codehaus.plexus.classworlds.launcher.Launcher;

/** The command {@code relay}, which starts the Maven beside it in its own process. */
public final class RelayCommand {

  private RelayCommand() {}

  /** Ends the process with Maven's exit code. */
  public static void main(String[] words) throws IOException {
    Path home = Path.of(System.getProperty("relay.home", "")).toAbsolutePath().normalize();
    Path maven = maven(home);
    String version = String.valueOf(RelayCommand.class.getPackage().getImplementationVersion());
    // so that what is printed as the next command runs here
    System.setProperty("relay.launcher", "relay");
    System.setProperty("maven.home", maven.toString());
    System.setProperty("classworlds.conf", maven.resolve("bin/m2.conf").toString());
    System.setProperty("library.jansi.path", maven.resolve("lib/jansi-native").toString());
    System.setProperty(
        "maven.multiModuleProjectDirectory",
        projectFolder(Path.of("").toAbsolutePath()).toString());
    Launcher.main(MavenWords.of(words, version, home.resolve("repository")));
  }

  private static Path maven(Path home) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(home, "apache-maven-*")) {
      return folders.iterator().next();
    }
  }

  /** As Maven's own script: the nearest folder above with {@code .mvn}, else where it is called. */
  private static Path projectFolder(Path here) {
    return Stream.iterate(here, folder -> folder != null, Path::getParent)
        .filter(folder -> Files.isDirectory(folder.resolve(".mvn")))
        .findFirst()
        .orElse(here);
  }
}
