package org.relaycheck.recorded;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.live.Answer;
import org.relaycheck.recorded.RecordFile.Problem;

/**
 * What {@code Get-ReceiveConnector | Format-List} printed, perhaps with what the shell says around
 * it.
 *
 * <p>Format-List does not say whose properties it prints. So the prompt before them names the right
 * cmdlet, or the distinguished name is that of a receive connector, or at least a third of the
 * properties are settings of one; another cmdlet or another distinguished name is refused.
 */
final class ListText {

  /** Most of a receive connector's properties are settings; other objects share a few names. */
  private static final int SHARE = 3;

  private static final int SOME = 3;
  private static final String FIX =
      "record it with Get-ReceiveConnector -Server EX01 | Export-Clixml EX01.xml, or as text with"
          + " Get-ReceiveConnector -Server EX01 | Format-List | Out-File -Encoding UTF8 -Width 4096"
          + " EX01.txt";
  private static final String CMDLET = "GET-RECEIVECONNECTOR";
  private static final String FOLDER = ",CN=SMTPRECEIVECONNECTORS,";

  private final RecordFile file;
  private final Catalogue catalogue;

  ListText(RecordFile file, Catalogue catalogue) {
    this.file = file;
    this.catalogue = catalogue;
  }

  Answer answer(BufferedReader text) throws IOException, UnusableRecordException {
    ListLines lines = new ListLines(file, FIX);
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      lines.add(line);
    }
    Connectors connectors = new Connectors(file, catalogue.kind());
    for (ListedObject object : lines.objects()) {
      look(object);
      connectors.add(object.values(lines.width()), object.line());
    }
    if (connectors.isEmpty()) {
      throw file.unusable(
          new Problem("is neither XML nor the output of Format-List: no 'Name : value'", FIX));
    }
    return connectors.answer();
  }

  private void look(ListedObject object) throws UnusableRecordException {
    Optional<String> other = object.cmdlet().filter(name -> !upper(name).equals(CMDLET));
    if (other.isPresent()) {
      throw not(object, "this is the output of " + other.get());
    }
    Optional<String> place =
        object.text("DistinguishedName").map(name -> upper(name).replace(" ", ""));
    if (place.isPresent()) {
      if (!place.get().contains(FOLDER)) {
        throw not(object, "this is the output of something else: it is no receive connector");
      }
    } else if (object.cmdlet().isEmpty()) {
      guess(object);
    }
  }

  private void guess(ListedObject object) throws UnusableRecordException {
    Set<String> settings = catalogue.byName().keySet();
    List<String> others =
        object.names().stream().filter(name -> !settings.contains(upper(name))).toList();
    int known = object.names().size() - others.size();
    if (known * SHARE < object.names().size()) {
      throw not(
          object,
          "this is the output of something else: a receive connector has no "
              + String.join(", ", others.subList(0, Math.min(SOME, others.size()))));
    }
  }

  private UnusableRecordException not(ListedObject object, String why) {
    return file.unusable(object.line(), 1, new Problem(why, FIX));
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }
}
