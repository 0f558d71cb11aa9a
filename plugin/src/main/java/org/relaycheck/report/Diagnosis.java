package org.relaycheck.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.relaycheck.catalogue.Property;
import org.relaycheck.symptom.Case;
import org.relaycheck.symptom.Suspect;

/**
 * What came of explaining logs.
 *
 * @param told what the logs say
 * @param suspects the causes, the likeliest first
 * @param stated what the policy states about a setting, a text for each statement
 * @param read what was read, a sentence each
 * @param unseen what could not be, each with what would help
 * @param next what to do, a command each
 */
public record Diagnosis(
    Case told,
    List<Suspect> suspects,
    Map<Property<?>, List<String>> stated,
    List<String> read,
    List<String> unseen,
    List<String> next) {

  public Diagnosis {
    suspects = List.copyOf(suspects);
    stated = new LinkedHashMap<>(stated);
    read = List.copyOf(read);
    unseen = List.copyOf(unseen);
    next = List.copyOf(next);
  }
}
