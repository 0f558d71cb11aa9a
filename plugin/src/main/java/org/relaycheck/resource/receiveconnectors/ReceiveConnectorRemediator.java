package org.relaycheck.resource.receiveconnectors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.relaycheck.catalogue.Property;
import org.relaycheck.drift.Finding;
import org.relaycheck.drift.Repair;
import org.relaycheck.remedy.ByHand;
import org.relaycheck.remedy.Form;
import org.relaycheck.remedy.Host;
import org.relaycheck.remedy.Mending;
import org.relaycheck.remedy.Remediator;
import org.relaycheck.remedy.Step;
import org.relaycheck.remedy.Wish;
import org.relaycheck.remedy.Wishes;
import org.relaycheck.state.Address;
import org.relaycheck.state.Observed;

/** Knows how receive connectors are mended: by guarded PowerShell that a person runs. */
public final class ReceiveConnectorRemediator implements Remediator {

  private static final Form FORM = new ConnectorForm();
  private static final List<String> LIMITS =
      List.of(
          "It changes a connector only if all that it would change is still as it was seen; another"
              + " value stops that connector, and no other.",
          "It reads a connector again right before it changes it. Exchange cannot change a value only"
              + " if it is still the one that was read: who changes the same setting in the moment"
              + " between is overwritten.",
          "Before its first change it makes sure that every cmdlet is there which it needs: the"
              + " management roles are \"Receive Connectors\" and, for access lists, \"Active"
              + " Directory Permissions\".",
          "It restarts no service: a change may take some minutes to be used, and sessions keep the"
              + " limits that they began with.");
  private static final String FUNCTIONS = "/META-INF/relay/receive-connectors.ps1";

  @Override
  public String kind() {
    return ReceiveConnectorRows.CATALOGUE.kind();
  }

  @Override
  public Form form() {
    return FORM;
  }

  @Override
  public Mending mend(Host host, List<Finding> findings) {
    Exchange server = Exchange.of(host);
    Map<Address, List<Finding>> byConnector = new TreeMap<>();
    findings.forEach(
        finding ->
            byConnector
                .computeIfAbsent(finding.subject().address(), address -> new ArrayList<>())
                .add(finding));
    List<Step> steps = new ArrayList<>();
    List<ByHand> byHand = new ArrayList<>();
    byConnector.values().forEach(about -> new Ward(server, steps, byHand).treat(about));
    return new Mending(functions(), LIMITS, steps, byHand);
  }

  /**
   * Where findings about one connector become a step, or are left to a person.
   *
   * @param server what is known of the server
   * @param steps where steps go
   * @param byHand where the others go
   */
  private record Ward(Exchange server, List<Step> steps, List<ByHand> byHand) {

    void treat(List<Finding> findings) {
      for (Finding finding : findings) {
        Repair repair = finding.difference().repair().orElse(null);
        if (repair instanceof Repair.Create create) {
          Creating creating = Creating.of(server, create);
          settle(finding, creating.reservation(), () -> creating.step(finding));
        } else if (repair instanceof Repair.Remove remove) {
          Removing removing = new Removing(server, remove.observed());
          settle(finding, removing.reservation(), () -> removing.step(finding));
        }
      }
      findings.stream()
          .flatMap(finding -> finding.difference().repair().stream())
          .flatMap(Ward::observed)
          .findFirst()
          .ifPresent(observed -> change(observed, findings));
    }

    private static Stream<Observed> observed(Repair repair) {
      return repair instanceof Repair.Change<?> change
          ? Stream.of(change.observed())
          : Stream.empty();
    }

    private void settle(Finding finding, Optional<String> why, Supplier<Step> step) {
      if (why.isPresent()) {
        byHand.add(new ByHand(finding, why.get()));
      } else {
        steps.add(step.get());
      }
    }

    private void change(Observed observed, List<Finding> findings) {
      List<Wish<?>> wishes = Wishes.of(findings);
      Reservation reservation = Reservation.of(observed, wishes);
      for (Wish<?> wish : wishes) {
        Property<?> row = wish.row();
        String why = reservation.byHand().get(row);
        if (why != null) {
          wish.findings().forEach(finding -> byHand.add(new ByHand(finding, why)));
        }
      }
      Prospect scripted = reservation.scripted();
      if (!scripted.wishes().isEmpty()) {
        steps.add(new Changing(scripted).step());
      }
    }
  }

  /** The functions that every script holds, with line ends that Layout makes Windows' own. */
  private static String functions() {
    try (InputStream in =
        Objects.requireNonNull(
            ReceiveConnectorRemediator.class.getResourceAsStream(FUNCTIONS), FUNCTIONS)) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return text.replace("\r\n", "\n");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
