package org.relaycheck.reference;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.relaycheck.policy.preset.ClassPathPresets;
import org.relaycheck.policy.preset.PresetSource;

/** A JSON Schema validator, as an editor has one. */
final class SchemaCheck {

  /** Presets that come with the plugin. */
  static final PresetSource PRESETS = new ClassPathPresets(SchemaCheck.class.getClassLoader());

  private SchemaCheck() {}

  static Schema schema(String json) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(json, InputFormat.JSON);
  }

  static List<Error> errors(Schema schema, String yaml) {
    return schema.validate(yaml, InputFormat.YAML);
  }
}
