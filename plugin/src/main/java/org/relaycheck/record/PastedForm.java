package org.relaycheck.record;

import java.util.List;
import org.relaycheck.record.PastedText.Line;

/** A form in which a shell prints objects. */
interface PastedForm {

  /** What people call it. */
  String form();

  /** The objects in these lines, in their order. */
  List<RecordedObject> objects(List<Line> lines) throws UnusableRecordException;
}
