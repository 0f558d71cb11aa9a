package org.relaycheck.powershell;

import java.util.List;
import java.util.Map;
import org.relaycheck.value.Raw;

/**
 * An object of an {@code Export-Clixml} file, as its properties.
 *
 * @param types the names of its .NET types, its own first; a bare value has the name of its element
 * @param properties by name
 * @param line where it begins, from 1
 * @param column where its start tag ends, from 1
 */
public record ClixmlObject(List<String> types, Map<String, Raw> properties, int line, int column) {

  public ClixmlObject {
    types = List.copyOf(types);
    properties = Map.copyOf(properties);
  }
}
