/**
 * Our YAML files as nodes that know their places, the problems in them, and edits that keep
 * comments.
 *
 * <p>It works on YAML nodes, never on YAML's idea of a value. Reading: {@code TextFile} → {@code
 * YamlReader} → {@code YamlTree}; {@code NodeShape} and {@code MappingFields} say what a part must
 * be; every problem goes to {@code FileProblems} and ends as one {@code PolicyException}. Editing:
 * {@code YamlText} finds a node's place in the text, {@code YamlEdit} changes it. The package knows
 * no setting and no key of any file.
 */
@NullMarked
package org.relaycheck.yaml;

import org.jspecify.annotations.NullMarked;
