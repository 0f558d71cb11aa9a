package org.relaycheck.mojo;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;
import org.relaycheck.goal.GoalPorts;
import org.relaycheck.goal.GoalRequest;
import org.relaycheck.goal.allow.AddressChange;
import org.relaycheck.goal.allow.AddressOrder;
import org.relaycheck.report.file.OutputFile;
import org.relaycheck.report.plan.PlanConsole;
import org.relaycheck.report.text.ConsoleLine;
import org.relaycheck.yaml.PolicyException;

/** What the goals have in common that change one address in the policy. */
abstract class AddressMojo extends AbstractAskingMojo {

  /** The address, such as 10.20.4.11 or 10.20.4.32/28. */
  @Parameter(property = "relay.address")
  private @Nullable String address;

  /** The receive connector, by its name in the policy. */
  @Parameter(property = "relay.connector")
  private @Nullable String connector;

  AddressMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  @Override
  boolean writes() {
    return false; // to the output folder
  }

  /** What is said of the address. */
  abstract AddressOrder.Terms terms();

  abstract AddressChange.Result change(
      AddressChange change, GoalRequest request, AddressOrder order) throws PolicyException;

  @Override
  final void ask(GoalPorts ports, WorkingFolder place, CommonParameters order)
      throws MojoExecutionException {
    try {
      AddressOrder asked =
          AddressOrder.of(said(address).orElse(""), said(connector).orElse(""), terms());
      AddressChange.Result result = change(new AddressChange(ports), place.request(order), asked);
      write(result.files());
      result.meaning().forEach(printer()::answer);
      result.files().keySet().forEach(file -> printer().answer("Changed " + file));
      result.unread().forEach(line -> printer().error("? " + line));
      List<ConsoleLine> plan = PlanConsole.lines(result.plan());
      if (plan.isEmpty()) {
        printer().answer("There is nothing to do on the hosts that were read");
      } else {
        printer().answer(plan);
        printer().answer("Review the change of the policy, then:");
        printer().answer("  mvn relay:remediate");
      }
    } catch (PolicyException refused) {
      throw new MojoExecutionException(refused.getMessage() + "\nNothing was changed", refused);
    }
  }

  static Optional<String> said(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
  }

  private static void write(Map<Path, String> files) {
    new TreeMap<>(files)
        .forEach(
            (file, text) ->
                new OutputFile(file).write(out -> out.write(text), new FileAttribute<?>[0]));
  }
}
