package org.relaycheck.mojo;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.relaycheck.compare.FailOn;
import org.relaycheck.dialect.ShellWord;

/**
 * The commands of a run's texts as they run where it ended: texts say {@code mvn relay:check}, and
 * this adds the plugin's coordinates where no pom names it, and what the run itself was given.
 *
 * @param spelling with the pom and the settings unless they are the usual ones
 * @param options what the run was given, by parameter
 */
record NextCommand(Spelling spelling, Map<String, String> options) {

  /** How a command begins in a text. */
  static final String SIGN = "mvn relay:";

  private static final String PREFIX = "relay";

  /** A command as texts say it. */
  private static final Pattern SAID =
      Pattern.compile("mvn relay:([a-z]+)((?: \"-D[^\"=]+=[^\"]*\"| '-D[^'=]+=[^']*')*)");

  private static final Pattern OPTION = Pattern.compile("([\"'])-D([^=]+?)=(.*?)\\1");

  private static final String HOSTS = "relay.hosts";
  private static final String FAIL_ON = "relay.failOn";

  /** The goals that an option is meant for; a check that comes next is one of all hosts. */
  private static final Map<String, Set<String>> GOALS =
      Map.of(
          HOSTS, Set.of("remediate", "probe", "doctor", "export", "record"),
          FAIL_ON, Set.of("check", "remediate", "probe", "validate"));

  /** What the command {@code relay} says of itself. */
  private static final String LAUNCHER = "relay.launcher";

  /** Whether everything on the command line is meant for this plugin. */
  static boolean isLaunched(MavenSession session) {
    return session.getSystemProperties().containsKey(LAUNCHER);
  }

  static NextCommand of(MavenSession session, MojoExecution execution, CommonParameters order) {
    PluginDescriptor plugin = execution.getMojoDescriptor().getPluginDescriptor();
    String key = plugin.getGroupId() + ":" + plugin.getArtifactId();
    MavenProject project = session.getCurrentProject();
    boolean named =
        isNamed(project, key)
            || session.getRequest().getPluginGroups().contains(plugin.getGroupId());
    File pom =
        execution.getSource() != MojoExecution.Source.CLI && project != null
            ? project.getFile()
            : session.getRequest().getPom();
    String files = file("-f", pom, "pom.xml") + settings(session);
    Spelling spelling =
        isLaunched(session)
            ? Spelling.launcher(files)
            : Spelling.maven(files, named ? PREFIX : key + ":" + plugin.getVersion());
    return new NextCommand(spelling, options(order));
  }

  private static Map<String, String> options(CommonParameters order) {
    Map<String, String> options = new LinkedHashMap<>();
    CommonParameters.Paths paths = order.paths();
    put(options, "relay.policy", joined(paths.policy()), "relay-policy.yaml");
    put(options, "relay.connections", paths.connections(), "relay-connections.yaml");
    put(options, "relay.waivers", Optional.ofNullable(paths.waivers()).orElse(""), "");
    put(options, "relay.outputDirectory", order.outputDirectory(), "target/relay");
    put(options, HOSTS, String.join(",", order.names()), "");
    put(options, FAIL_ON, failOn(order.failOn()), "error");
    return options;
  }

  /** What needs no parameter beside it. */
  private static String failOn(String given) {
    return FailOn.of(given).map(known -> known.whateverWas().word()).orElse(given);
  }

  private static String joined(List<String> files) {
    return String.join(",", CommonParameters.named(files));
  }

  private static void put(Map<String, String> options, String name, String value, String usual) {
    if (!value.equals(usual)) {
      options.put(name, value);
    }
  }

  private static boolean isNamed(MavenProject project, String key) {
    if (project == null) {
      return false;
    }
    Build build = project.getBuild();
    boolean managed =
        build != null
            && build.getPluginManagement() != null
            && build.getPluginManagement().getPluginsAsMap().containsKey(key);
    return managed || project.getPlugin(key) != null;
  }

  private static String settings(MavenSession session) {
    String usual = Path.of(System.getProperty("user.home"), ".m2", "settings.xml").toString();
    return file("-s", session.getRequest().getUserSettingsFile(), usual);
  }

  /** An option with its file, from the folder where Maven was started; none if it is the usual. */
  private static String file(String option, File file, String usual) {
    Path here = Path.of("").toAbsolutePath();
    if (file == null || here.resolve(usual).equals(file.toPath())) {
      return "";
    }
    Path path = file.toPath().toAbsolutePath();
    Path near = path.startsWith(here) ? here.relativize(path) : path;
    return " " + option + " " + ShellWord.of(near.toString());
  }

  /** The command, with its own options in place of what the run was given. */
  String text(String goal, Map<String, String> own) {
    Map<String, String> all = new LinkedHashMap<>(options);
    all.keySet().removeIf(name -> !GOALS.getOrDefault(name, Set.of(goal)).contains(goal));
    all.putAll(new TreeMap<>(own));
    return spelling.goal(goal)
        + all.entrySet().stream()
            .map(option -> " " + spelling.option(option.getKey(), option.getValue()))
            .collect(Collectors.joining());
  }

  /** The text with each of its commands as this run's. */
  String in(String text) {
    return text.contains(SIGN)
        ? SAID.matcher(text).replaceAll(said -> quoted(text(said.group(1), own(said))))
        : text;
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  private static Map<String, String> own(MatchResult said) {
    Map<String, String> own = new LinkedHashMap<>();
    OPTION
        .matcher(said.group(2))
        .results()
        .forEach(option -> own.put(option.group(2), option.group(3)));
    return own;
  }

  /**
   * How a goal is called where this run was started: by Maven, or by the command {@code relay} of
   * the archive that needs none.
   *
   * @param before what stands before the goal
   * @param after what stands after it
   * @param parameter what stands before the name of a parameter of ours
   */
  record Spelling(String before, String after, String parameter) {

    private static final String OURS = "relay.";

    /**
     * @param files the pom and the settings, as options
     * @param plugin its prefix or its coordinates
     */
    static Spelling maven(String files, String plugin) {
      return new Spelling("mvn" + files + " " + plugin + ":", "", "-D" + OURS);
    }

    static Spelling launcher(String files) {
      return new Spelling("relay ", files, "--");
    }

    String goal(String goal) {
      return before + goal + after;
    }

    String option(String name, String value) {
      String start =
          name.startsWith(OURS) ? parameter + name.substring(OURS.length()) : "-D" + name;
      return ShellWord.of(start + "=" + value);
    }
  }
}
