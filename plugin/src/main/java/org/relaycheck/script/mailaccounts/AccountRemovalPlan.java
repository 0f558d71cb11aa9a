package org.relaycheck.script.mailaccounts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.relaycheck.catalogue.Property;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.dialect.SqlSecret;
import org.relaycheck.dialect.TSql;
import org.relaycheck.kind.mailaccounts.AccountCredential;
import org.relaycheck.script.ByHand;
import org.relaycheck.script.ScriptPart;
import org.relaycheck.script.ScriptStep;
import org.relaycheck.state.Observed;

/** How an account that must not be there goes, if all of it is known, so that it can come back. */
record AccountRemovalPlan(Finding finding, FindingRepair.Remove remove, PasswordNames names) {

  AccountPlan plan() {
    Observed observed = remove.observed();
    Optional<AccountCredential> login = AccountCredential.of(observed);
    Map<Property<?>, String> values = new LinkedHashMap<>();
    for (Property<?> row : AccountSql.settings()) {
      SettingTexts.seen(row, observed).ifPresent(text -> values.put(row, text));
    }
    boolean whole = values.size() == AccountSql.settings().size() && login.isPresent();
    Optional<String> unwritable =
        values.values().stream().flatMap(text -> TSql.refusal(text).stream()).findFirst();
    if (!whole || unwritable.isPresent()) {
      String why =
          unwritable.orElse("not all of it could be read, so it could not be brought back");
      return new AccountPlan(Optional.empty(), List.of(new ByHand(finding, why)));
    }
    return new AccountPlan(Optional.of(step(values, login.orElseThrow())), List.of());
  }

  private ScriptStep step(Map<Property<?>, String> values, AccountCredential login) {
    String name = remove.observed().address().name();
    SqlSecret secret = names.of(name);
    WholeAccount before = new WholeAccount(name, values, login, secret);
    WholeAccount after = new WholeAccount(name, values, login.whole(), secret);
    List<String> lasting = new ArrayList<>();
    List<String> cautions =
        login.named() ? PasswordNames.cautions(secret, login.user()) : List.of();
    lasting.add("it comes back under a new account_id");
    if (login.basic()) {
      lasting.add("its password is dropped; the rollback asks for it again");
    }
    if (login.lost()) {
      lasting.add("it has lost its password; the rollback asks for one");
    }
    return new ScriptStep(
        finding.subject().address(),
        List.of(finding),
        ScriptPart.of(before.removal()),
        ScriptPart.of(after.creation()).minding(cautions),
        List.of("it is removed"),
        lasting);
  }
}
