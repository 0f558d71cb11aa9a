/**
 * Answers that are kept in files: our own records, and what people make of what PowerShell gives of
 * receive connectors.
 *
 * <p>The package finds the format by content ({@link org.relaycheck.record.RecordSource}), never
 * throws for a bad file, and judges no value: it hands on raw text by the system's own names. A
 * form has a reader each: our XML, Export-Clixml, lists, tables, CSV, JSON. What copying did to
 * text is undone in one place ({@code PastedText}), what a shell says around it is known in one
 * place ({@code ShellLine}), objects become connectors in one place ({@code RecordedConnectors}),
 * and texts raw values in one place ({@code RecordedValues}), which asks the rows of the catalogue
 * which of several readings of a text can be meant.
 */
@NullMarked
package org.relaycheck.record;

import org.jspecify.annotations.NullMarked;
