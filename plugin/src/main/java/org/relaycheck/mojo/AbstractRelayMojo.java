package org.relaycheck.mojo;

import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.relaycheck.mojo.output.LogPrinter;

/** What all goals have in common: where the files are, and whom to ask. */
abstract class AbstractRelayMojo extends AbstractMojo {

  /**
   * The policy: files, folders of .yaml files, or patterns such as policies/*.yaml,
   * comma-separated. Two that state the same thing differently are an error; what a file includes
   * is weaker than it.
   */
  @Parameter(property = "relay.policy", defaultValue = "relay-policy.yaml")
  private List<String> policy;

  /** The file that says how each host is reached. */
  @Parameter(property = "relay.connections", defaultValue = "relay-connections.yaml")
  private String connections;

  /** The file of waivers; relay-waivers.yaml beside the policy, if it is there, unless named. */
  @Parameter(property = "relay.waivers")
  private @Nullable String waivers;

  /** Where reports are written. Only files of this plugin are ever deleted there. */
  @Parameter(property = "relay.outputDirectory", defaultValue = "target/relay")
  private String outputDirectory;

  /** The lowest severity that fails: error, warning or none; with relay.history error,new too. */
  @Parameter(property = "relay.failOn", defaultValue = "error")
  private String failOn;

  /** Only these hosts, or groups of the policy, are asked; the outcome is then partial at best. */
  @Parameter(property = "relay.hosts")
  private List<String> hosts;

  /** How many hosts are asked at the same time. */
  @Parameter(property = "relay.parallel", defaultValue = "8")
  private int parallel;

  /** Skips the goal. */
  @Parameter(property = "relay.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${session}", readonly = true)
  MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true)
  private MojoExecution execution;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    VisibleFailure.guard(this::work, new RunText(this::next));
  }

  private void work() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      printer().info("relay: skipped (relay.skip)");
      return;
    }
    MistypedParameter.refuse(session.getUserProperties(), NextCommand.isLaunched(session));
    InheritedExecution.repeated(session, execution).ifPresent(printer()::info);
    run(WorkingFolder.of(session, execution), order());
  }

  private CommonParameters order() {
    CommonParameters.Paths paths = new CommonParameters.Paths(policy, connections, waivers);
    return new CommonParameters(paths, outputDirectory, failOn, hosts, parallel);
  }

  final LogPrinter printer() {
    return new LogPrinter(getLog(), new RunText(this::next));
  }

  /** The commands of a run's texts as this run's. */
  final NextCommand next() {
    return NextCommand.of(session, execution, order());
  }

  /** Does the goal's work, as often as it is called: what it finds holds for a moment only. */
  abstract void run(WorkingFolder place, CommonParameters order)
      throws MojoExecutionException, MojoFailureException;
}
