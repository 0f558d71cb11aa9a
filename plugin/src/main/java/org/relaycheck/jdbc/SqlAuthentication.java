package org.relaycheck.jdbc;

import com.microsoft.sqlserver.jdbc.SQLServerDataSource;
import java.util.Locale;
import java.util.Optional;
import org.relaycheck.live.HostWay;
import org.relaycheck.live.LoginAccount;

/**
 * How one connection logs in.
 *
 * @param login the method, and the id of the account
 * @param account what is behind the id
 */
record SqlAuthentication(HostWay.Login login, Optional<LoginAccount> account) {

  private static final String KERBEROS = "JavaKerberos";

  void set(SQLServerDataSource source) throws AskingRefusal {
    switch (login.auth()) {
      case SQL -> named(source);
      case NTLM -> ntlm(source);
      case KERBEROS -> kerberos(source);
      case INTEGRATED -> integrated(source, System.getProperty("os.name", ""));
      case ENTRA -> entra(source);
    }
  }

  private void named(SQLServerDataSource source) throws AskingRefusal {
    source.setUser(user());
    source.setPassword(password());
  }

  private void ntlm(SQLServerDataSource source) throws AskingRefusal {
    String user = user();
    int slash = user.indexOf('\\');
    source.setIntegratedSecurity(true);
    source.setAuthenticationScheme("NTLM");
    if (slash > 0) {
      source.setDomain(user.substring(0, slash));
    }
    source.setUser(user.substring(slash + 1));
    source.setPassword(password());
  }

  private void kerberos(SQLServerDataSource source) throws AskingRefusal {
    source.setIntegratedSecurity(true);
    source.setAuthenticationScheme(KERBEROS);
    if (account.isPresent()) {
      named(source);
    }
  }

  /** Windows' own way needs Windows; elsewhere the user's Kerberos ticket is the same thing. */
  static void integrated(SQLServerDataSource source, String system) {
    source.setIntegratedSecurity(true);
    source.setAuthenticationScheme(
        system.toLowerCase(Locale.ROOT).startsWith("windows") ? "NativeAuthentication" : KERBEROS);
  }

  private void entra(SQLServerDataSource source) throws AskingRefusal {
    boolean application = account.isPresent() && user().indexOf('@') < 0;
    String needed =
        account.isPresent()
            ? "com/microsoft/aad/msal4j/PublicClientApplication.class"
            : "com/azure/identity/DefaultAzureCredential.class";
    if (SqlAuthentication.class.getClassLoader().getResource(needed) == null) {
      throw new AskingRefusal(
          "'auth: entra' needs a library that this plugin does not bring along",
          "add com.azure:azure-identity to the <dependencies> of relay-maven-plugin in the pom");
    }
    if (account.isEmpty()) {
      source.setAuthentication("ActiveDirectoryDefault");
    } else {
      source.setAuthentication(
          application ? "ActiveDirectoryServicePrincipal" : "ActiveDirectoryPassword");
      named(source);
    }
  }

  private String user() throws AskingRefusal {
    return account.flatMap(LoginAccount::user).orElseThrow(() -> lacking("<username>"));
  }

  private String password() throws AskingRefusal {
    return account.flatMap(LoginAccount::password).orElseThrow(() -> lacking("<password>"));
  }

  private AskingRefusal lacking(String what) {
    return login
        .credentials()
        .map(
            id ->
                new AskingRefusal(
                    "the <server> '" + id + "' in settings.xml has no " + what,
                    "add the " + what + " that this SQL Server lets in"))
        .orElseGet(
            () ->
                new AskingRefusal(
                    "no credentials are named for this login",
                    "add 'credentials: ID', the id of a <server> in settings.xml"));
  }
}
