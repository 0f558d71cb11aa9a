package org.relaycheck.mojo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.explain.Explain;
import org.relaycheck.goal.explain.ExplainQuestion;
import org.relaycheck.goal.explain.WrongQuestionException;
import org.relaycheck.report.OutputFolder;
import org.relaycheck.report.explain.ExplanationText;

/**
 * Explains a setting, or what may be the cause of a reply, an error or the entries of a mail log,
 * and which setting to check. Needs no policy; with one, the values of the hosts decide which cause
 * is the likeliest. Writes the same to explain.md and explain.json in the output folder. Reads
 * only.
 */
@Mojo(name = "explain", requiresProject = false, aggregator = true, threadSafe = true)
public class ExplainMojo extends AbstractAskingMojo {

  private static final String PAGE = "explain.md";
  private static final String JSON = "explain.json";

  /**
   * Settings, rules, operators or keys to explain, such as TarpitInterval,
   * mailAccounts.description, per-source-limit, atLeast.
   */
  @Parameter(property = "relay.setting")
  private @Nullable List<String> setting;

  /** A reply or an error text that was seen, such as: 421 4.3.2 Service not active. */
  @Parameter(property = "relay.symptom")
  private @Nullable String symptom;

  /** A file: the mail log of Database Mail, a transcript, a protocol log, or an event as text. */
  @Parameter(property = "relay.log")
  private @Nullable String log;

  /** Reads the mail logs of the SQL Servers of the connections since then: 7d, 12h, 2026-11-01. */
  @Parameter(property = "relay.since")
  private @Nullable String since;

  @Inject
  public ExplainMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  void ask(GoalPorts ports, WorkingFolder place, CommonParameters order)
      throws MojoExecutionException {
    Optional<Path> file = told(log).map(place::path);
    ExplainQuestion puzzle =
        new ExplainQuestion(CommonParameters.named(setting), told(symptom), file, told(since));
    OutputFolder output = new OutputFolder(place.output(order));
    output.delete(PAGE);
    output.delete(JSON);
    try {
      ExplanationText told = new Explain(ports, printer()::info).run(place.request(order), puzzle);
      printer().answer(told.page().lines());
      output.write(PAGE, out -> out.write(told.page().markdown()));
      if (told.diagnosis().isPresent()) {
        output.write(JSON, told.diagnosis().get()::json);
      }
      printer().answer("");
      printer().answer("The same is in " + place.output(order).resolve(PAGE));
    } catch (WrongQuestionException wrong) {
      throw new MojoExecutionException(wrong.getMessage(), wrong);
    }
  }

  private static Optional<String> told(@Nullable String text) {
    return Optional.ofNullable(text).filter(some -> !some.isBlank());
  }
}
