package org.relaycheck.engine;

import java.util.List;
import org.relaycheck.catalogue.Catalogue;
import org.relaycheck.policy.ClassPathPresets;
import org.relaycheck.policy.PolicyReader;
import org.relaycheck.resource.mailaccounts.MailAccountRows;
import org.relaycheck.resource.receiveconnectors.ReceiveConnectorRows;

/** The kinds of resources that there are, one line a kind. */
public final class ResourceTypes {

  private static final List<Catalogue> CATALOGUES =
      List.of(ReceiveConnectorRows.CATALOGUE, MailAccountRows.CATALOGUE);

  private ResourceTypes() {}

  public static List<Catalogue> catalogues() {
    return CATALOGUES;
  }

  /** The kind that Exchange's own file formats hold. */
  public static Catalogue receiveConnectors() {
    return ReceiveConnectorRows.CATALOGUE;
  }

  /** A reader of policies about these kinds, with the presets that ship with the plugin. */
  static PolicyReader policyReader() {
    ClassLoader own = ResourceTypes.class.getClassLoader();
    return new PolicyReader(CATALOGUES, new ClassPathPresets(own));
  }
}
