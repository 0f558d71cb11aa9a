package org.relaycheck.live;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A property of a connection to a SQL Server that a user may set. The driver passes over a name
 * that it does not know, so a misspelt one would do nothing.
 */
public enum SqlProperty {
  ENCRYPT("encrypt", "mandatory|strict|optional", "mandatory, strict or optional"),
  TRUST_SERVER_CERTIFICATE("trustServerCertificate", "true|false", "true or false"),
  HOST_NAME_IN_CERTIFICATE("hostNameInCertificate", "\\S+", "a name such as sql01.corp.example"),
  SERVER_CERTIFICATE("serverCertificate", ".+", "the path of a certificate"),
  TRUST_STORE("trustStore", ".+", "the path of a trust store or of certificates as PEM"),
  TRUST_STORE_TYPE(
      "trustStoreType", "JKS|PKCS12|PEM|Windows-ROOT", "JKS, PKCS12, PEM or Windows-ROOT"),
  SERVER_SPN("serverSpn", "\\S+", "a name such as MSSQLSvc/sql01.corp.example:1433"),
  REALM("realm", "\\S+", "a realm such as CORP.EXAMPLE"),
  DOMAIN("domain", "\\S+", "a domain such as CORP"),
  MULTI_SUBNET_FAILOVER("multiSubnetFailover", "true|false", "true or false"),
  IP_ADDRESS_PREFERENCE(
      "iPAddressPreference",
      "IPv4First|IPv6First|UsePlatformDefault",
      "IPv4First, IPv6First or UsePlatformDefault");

  private final String title;
  private final Pattern form;
  private final String hint;

  SqlProperty(String title, String form, String hint) {
    this.title = title;
    this.form = Pattern.compile(form);
    this.hint = hint;
  }

  /** Its name, which is the driver's. */
  public String title() {
    return title;
  }

  /** Whether it takes this value. */
  public boolean takes(String value) {
    return form.matcher(value).matches();
  }

  /** Whole values that it takes, as a regular expression that JavaScript knows too. */
  public String pattern() {
    return "^(" + form.pattern() + ")$";
  }

  /** What it takes, to follow "is not". */
  public String hint() {
    return hint;
  }

  /** Whether its value names a file. */
  public boolean isPath() {
    return this == SERVER_CERTIFICATE || this == TRUST_STORE;
  }

  /** The property of exactly this name. */
  public static Optional<SqlProperty> named(String title) {
    return Arrays.stream(values()).filter(one -> one.title.equals(title)).findFirst();
  }

  /** The names of all. */
  public static List<String> titles() {
    return Arrays.stream(values()).map(SqlProperty::title).toList();
  }
}
