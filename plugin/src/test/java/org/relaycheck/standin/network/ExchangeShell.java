package org.relaycheck.standin.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.relaycheck.Peers;
import org.relaycheck.ssh.OpenSsh;

/**
 * A real PowerShell with a stand-in of Exchange's cmdlets, which is described in {@code
 * src/test/powershell/exchange/README.md}. The state lies in a file that all its processes share.
 */
public final class ExchangeShell implements AutoCloseable {

  private static final Path STAND_IN = Path.of("src/test/powershell/exchange").toAbsolutePath();
  private static final Path TYPES = Path.of("target/powershell").toAbsolutePath();
  private static final String STATE = "state.xml";
  private static final String PROFILE = "powershell/profile.ps1";

  /** Compiling for speed costs more than a process of seconds wins by it. */
  private static final Map<String, String> QUICK =
      Map.of("DOTNET_TieredPGO", "0", "POWERSHELL_TELEMETRY_OPTOUT", "1");

  private final Path folder;
  private final String engine;
  private final Map<String, String> environment = new TreeMap<>();
  private Optional<OpenSsh> server = Optional.empty();

  /**
   * What a process wrote, and how it ended.
   *
   * @param exit its exit code
   * @param text standard output and standard error
   */
  public record Said(int exit, String text) {}

  private ExchangeShell(Path folder, String engine) {
    this.folder = folder;
    this.engine = engine;
  }

  /** The PowerShell on the PATH, Windows's own before others; a missing one is told. */
  public static String engine() {
    Optional<String> found =
        Stream.of("powershell.exe", "pwsh", "pwsh.exe").flatMap(ExchangeShell::onPath).findFirst();
    if (found.isEmpty()) {
      Peers.missing("PowerShell (pwsh or powershell.exe on the PATH)");
    }
    return found.orElseThrow();
  }

  private static Stream<String> onPath(String name) {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .map(Path::toString);
  }

  /** A process of the engine with what makes it start sooner, and the way to the cmdlets. */
  public static ProcessBuilder process(String... arguments)
      throws IOException, InterruptedException {
    String engine = engine();
    List<String> command = new ArrayList<>(List.of(engine));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.environment().putAll(QUICK);
    process.environment().put("RELAY_TYPES", types(engine).toString());
    process.environment().put("PSModulePath", STAND_IN.toString());
    return process;
  }

  /** A shell that keeps what it needs in a folder of its own. */
  public static ExchangeShell in(Path folder) throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of("/bin/sh"))) {
      Peers.missing("a machine with /bin/sh, which the stand-in of Exchange is started by,");
    }
    ExchangeShell shell = new ExchangeShell(folder, engine());
    Path profile = folder.resolve(PROFILE);
    Files.createDirectories(profile.getParent());
    Files.copy(STAND_IN.resolve("profile.ps1"), profile);
    shell.program("powershell.exe", "exec '" + shell.engine + "' \"$@\"", true);
    shell.program("endpoint", "exec '" + shell.engine + "' -sshs -NoLogo -NoProfile", false);
    shell.set("LC_ALL", "C.UTF-8");
    shell.set("NO_COLOR", "1");
    QUICK.forEach(shell.environment::put);
    shell.set("PSModulePath", STAND_IN.toString());
    shell.set("RELAY_STATE", folder.resolve(STATE).toString());
    shell.set("RELAY_TYPES", types(shell.engine).toString());
    return shell;
  }

  /** Compiled once, which takes longer than anything else here. */
  private static synchronized Path types(String engine) throws IOException, InterruptedException {
    Path source = STAND_IN.resolve("RelayExchange/Types.cs");
    Path types = TYPES.resolve("types-" + Files.getLastModifiedTime(source).toMillis() + ".dll");
    if (!Files.exists(types)) {
      Path fresh = Files.createDirectories(TYPES).resolve(ProcessHandle.current().pid() + ".dll");
      String compile = "Add-Type -Path '" + source + "' -OutputAssembly '" + fresh + "'";
      Said said = run(new ProcessBuilder(engine, "-NoProfile", "-Command", compile));
      assertThat(said.exit()).as(said.text()).isZero();
      Files.move(fresh, types, StandardCopyOption.ATOMIC_MOVE);
    }
    return types;
  }

  /**
   * A program that knows our environment. Our own command line says that no profile is loaded, and
   * so does not bring the cmdlets: that word is left out.
   */
  private void program(String name, String command, boolean profile) throws IOException {
    String without =
        "n=$#\n"
            + "while [ $n -gt 0 ]; do\n"
            + "  one=$1; shift; n=$((n - 1))\n"
            + "  [ \"$one\" = -NoProfile ] || set -- \"$@\" \"$one\"\n"
            + "done\n"
            + ("XDG_CONFIG_HOME='" + folder + "'; export XDG_CONFIG_HOME\n");
    Path program = Files.createDirectories(programs()).resolve(name);
    String load = ". '" + folder.resolve("environment") + "'\n";
    Files.writeString(program, "#!/bin/sh\n" + load + (profile ? without : "") + command + "\n");
    if (!program.toFile().setExecutable(true)) {
      throw new IOException(program + " cannot be made executable");
    }
  }

  /** The folder with {@code powershell.exe}, for a PATH. */
  public Path programs() {
    return folder.resolve("bin");
  }

  /** Says something to the stand-in, whose head lists what it understands. */
  public ExchangeShell set(String variable, String value) throws IOException {
    environment.put(variable, value);
    List<String> lines = new ArrayList<>();
    environment.forEach(
        (name, text) -> lines.add(name + "='" + text.replace("'", "'\\''") + "'; export " + name));
    Files.write(folder.resolve("environment"), lines);
    return this;
  }

  /** Begins anew with what records of ours hold, which is told as {@link #state} tells it. */
  public List<String> holds(Path... records) throws IOException, InterruptedException {
    List<String> names = new ArrayList<>();
    for (Path record : records) {
      Path copy = folder.resolve("record-" + names.size() + ".xml"); // a name that needs no quoting
      Files.copy(record, copy, StandardCopyOption.REPLACE_EXISTING);
      names.add("'" + copy + "'");
    }
    return state("Import-RelayRecord @(" + String.join(", ", names) + ");");
  }

  /** Opens the remoting endpoint: a session over SSH that runs commands only, no script text. */
  public OpenSsh endpoint() throws IOException, InterruptedException {
    if (server.isEmpty()) {
      Path own = Files.createDirectories(folder.resolve("sshd"));
      OpenSsh started =
          OpenSsh.in(own, programs(), "Subsystem powershell " + programs().resolve("endpoint"));
      server = Optional.of(started);
      set("RELAY_ENDPOINT", String.valueOf(started.port()));
      set("RELAY_ENDPOINT_USER", System.getProperty("user.name"));
      set("RELAY_ENDPOINT_KEY", started.file("user").toString());
    }
    return server.orElseThrow();
  }

  /** Runs a script file. */
  public Said script(Path script, String... arguments) throws IOException, InterruptedException {
    return shell(Stream.concat(Stream.of("-File", script.toString()), Stream.of(arguments)));
  }

  /** Runs commands. */
  public Said command(String text) throws IOException, InterruptedException {
    return shell(Stream.of("-Command", "$ErrorActionPreference = 'Stop'; " + text));
  }

  private Said shell(Stream<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(programs().resolve("powershell.exe").toString());
    command.add("-NonInteractive");
    arguments.forEach(command::add);
    return run(new ProcessBuilder(command).directory(folder.toFile()));
  }

  private static Said run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), text);
  }

  /** All that cmdlets can change, as sorted lines. */
  public List<String> state() throws IOException, InterruptedException {
    return state("");
  }

  private List<String> state(String first) throws IOException, InterruptedException {
    Path lines = folder.resolve("shown");
    StateKeeper.run(
        process(),
        "$env:RELAY_STATE = '"
            + folder.resolve(STATE)
            + "'; "
            + first
            + "[IO.File]::WriteAllLines('"
            + lines
            + "', [string[]]@(Export-RelayState))");
    return Files.readAllLines(lines);
  }

  /** A line for each change since {@link #holds}. */
  public List<String> writes() throws IOException {
    return Files.readAllLines(folder.resolve(STATE + ".writes"));
  }

  /** A line for each call since {@link #holds}. */
  public List<String> calls() throws IOException {
    return Files.readAllLines(folder.resolve(STATE + ".calls"));
  }

  @Override
  public void close() {
    server.ifPresent(OpenSsh::close);
  }
}
