package org.relaycheck.report.explain;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.explain.cause.PlaceToLook;
import org.relaycheck.explain.cause.RankedCause;
import org.relaycheck.explain.log.LogFindings;
import org.relaycheck.report.page.PageBlock;

/**
 * What came of explaining logs.
 *
 * @param told what the logs say
 * @param nothing logs of which nothing was read, each with the reason as a clause
 * @param suspects the causes, the likeliest first
 * @param settings what is known of a setting besides its row
 * @param read what was read, a sentence each
 * @param unseen what could not be, each with what would help
 * @param next what to do
 */
public record LogDiagnosis(
    LogFindings told,
    List<String> nothing,
    List<RankedCause> suspects,
    Map<Property<?>, Known> settings,
    List<String> read,
    List<String> unseen,
    List<PageBlock.Command> next) {

  public LogDiagnosis {
    nothing = List.copyOf(nothing);
    suspects = List.copyOf(suspects);
    settings = Map.copyOf(settings);
    read = List.copyOf(read);
    unseen = List.copyOf(unseen);
    next = List.copyOf(next);
  }

  /** Writes it for machines. */
  public void json(Writer out) throws IOException {
    DiagnosisJson.write(this, out);
  }

  /** The setting to look at, after the key of its kind; empty if it is no setting. */
  Optional<String> name(PlaceToLook look) {
    return look.setting()
        .map(row -> (settings.containsKey(row) ? settings.get(row).kind() + "." : "") + row.name());
  }

  /**
   * What is known of a setting besides its row.
   *
   * @param kind the key of its kind in a policy
   * @param stated what the policy states about it, a text for each line
   */
  public record Known(String kind, List<String> stated) {
    public Known {
      stated = List.copyOf(stated);
    }
  }
}
