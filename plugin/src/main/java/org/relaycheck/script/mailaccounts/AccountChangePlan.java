package org.relaycheck.script.mailaccounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.relaycheck.catalogue.Property;
import org.relaycheck.catalogue.SettingTrait;
import org.relaycheck.compare.Finding;
import org.relaycheck.compare.FindingRepair;
import org.relaycheck.dialect.SqlSecret;
import org.relaycheck.dialect.TSql;
import org.relaycheck.kind.mailaccounts.AccountCredential;
import org.relaycheck.script.ByHand;
import org.relaycheck.script.ScriptPart;
import org.relaycheck.script.ScriptStep;
import org.relaycheck.script.WantedSetting;
import org.relaycheck.script.WantedSettings;
import org.relaycheck.script.mailaccounts.AccountChange.Move;
import org.relaycheck.script.mailaccounts.AccountChange.Value;
import org.relaycheck.state.Observed;

/** How the settings of an account that is there are changed. */
final class AccountChangePlan {

  private final List<Finding> findings;
  private final PasswordNames names;
  private final List<ByHand> byHand = new ArrayList<>();
  private final List<Finding> fixed = new ArrayList<>();
  private final List<Value> values = new ArrayList<>();
  private final List<Value> back = new ArrayList<>();
  private final List<String> cautions = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final List<String> lasting = new ArrayList<>();

  AccountChangePlan(List<Finding> findings, PasswordNames names) {
    this.findings = findings;
    this.names = names;
  }

  AccountPlan plan() {
    List<WantedSetting<?>> settings = WantedSettings.of(findings);
    Optional<String> name = TSql.refusal(observed().address().name());
    if (name.isPresent()) {
      settings.forEach(setting -> leave(setting, name.get()));
      return new AccountPlan(Optional.empty(), byHand);
    }
    List<WantedSetting<?>> login =
        settings.stream()
            .filter(setting -> AccountCredential.SETTINGS.contains(setting.row()))
            .toList();
    settings.stream().filter(setting -> !login.contains(setting)).forEach(this::take);
    Optional<Move> move = login.isEmpty() ? Optional.empty() : move(login);
    boolean idle = values.isEmpty() && move.isEmpty();
    return new AccountPlan(idle ? Optional.empty() : Optional.of(step(move)), byHand);
  }

  private Observed observed() {
    return ((FindingRepair.Change<?>) findings.get(0).difference().repair().orElseThrow())
        .observed();
  }

  private void leave(WantedSetting<?> setting, String why) {
    setting.findings().forEach(finding -> byHand.add(new ByHand(finding, why)));
  }

  private <T> void take(WantedSetting<T> setting) {
    Property<T> row = setting.row();
    String from = SettingTexts.seen(row, setting.reading());
    Optional<String> obstacle =
        SettingTexts.obstacle(row, setting.fix())
            .or(() -> TSql.refusal(from))
            .or(() -> unseen(row));
    if (obstacle.isPresent()) {
      leave(setting, obstacle.get());
      return;
    }
    Value value = new Value(row, from, SettingTexts.text(row, setting.fix()));
    values.add(value);
    fixed.addAll(setting.findings());
    irreversible(setting, from).ifPresentOrElse(lasting::add, () -> back.add(value.back()));
  }

  /** What sends a password elsewhere is scripted only where it is known whether there is one. */
  private Optional<String> unseen(Property<?> row) {
    if (!SeenLogin.DESTINATION.contains(row)) {
      return Optional.empty();
    }
    Optional<SeenLogin> login = SeenLogin.of(observed());
    return login.isPresent()
        ? login.get().refusal()
        : Optional.of(
            "how it logs in could not be read, and its password must not be sent elsewhere unseen;"
                + " let the reading login have VIEW ANY DEFINITION");
  }

  /** Why the value from before cannot be written again; empty if it can. */
  private static <T> Optional<String> irreversible(WantedSetting<T> setting, String from) {
    if (from.isEmpty() && setting.row().facts().has(SettingTrait.ONE_WAY)) {
      return Optional.of(setting.row() + " was empty, and cannot be made empty again");
    }
    return setting
        .reading()
        .seen()
        .known()
        .filter(value -> !setting.row().allowed().allows().test(value))
        .map(value -> setting.row() + " was '" + from + "', which SQL Server does not take");
  }

  /** The change of how it logs in; empty if that is left to a person. */
  private Optional<Move> move(List<WantedSetting<?>> login) {
    Optional<AccountCredential> before = AccountCredential.of(observed());
    WantedLogin wanted = new WantedLogin(before.orElse(AccountCredential.ANONYMOUS));
    Optional<String> obstacle =
        before.isEmpty()
            ? Optional.of("how it logs in now is not known")
            : before
                .flatMap(now -> TSql.refusal(now.user()))
                .or(() -> took(login, wanted))
                .or(wanted::problem);
    if (obstacle.isPresent()) {
      login.forEach(setting -> leave(setting, obstacle.get()));
      return Optional.empty();
    }
    login.forEach(setting -> fixed.addAll(setting.findings()));
    return Optional.of(new Move(before.orElseThrow(), wanted.result()));
  }

  private static Optional<String> took(List<WantedSetting<?>> login, WantedLogin wanted) {
    return login.stream()
        .map(setting -> took(setting, wanted))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static <T> Optional<String> took(WantedSetting<T> setting, WantedLogin wanted) {
    Optional<String> obstacle = SettingTexts.obstacle(setting.row(), setting.fix());
    if (obstacle.isEmpty()) {
      wanted.take(setting.row(), setting.fix());
    }
    return obstacle;
  }

  private ScriptStep step(Optional<Move> move) {
    String name = observed().address().name();
    SqlSecret secret = names.of(name);
    move.ifPresent(one -> passwords(one, secret));
    Optional<Move> way = move.filter(one -> !one.from().lost()).map(Move::back);
    AccountChange forth =
        new AccountChange(name, values, seen(values, Move::from, move), move, secret);
    AccountChange undo = new AccountChange(name, back, seen(back, Move::to, move), way, secret);
    return new ScriptStep(
        observed().address(),
        findings.stream().filter(fixed::contains).toList(),
        ScriptPart.of(forth.sql()),
        ScriptPart.of(undo.sql()).minding(warnings),
        cautions,
        lasting);
  }

  /** A login that the script itself changes is another one afterwards, set when it ran. */
  private Optional<SeenLogin> seen(
      List<Value> changed, Function<Move, AccountCredential> side, Optional<Move> move) {
    if (!SeenLogin.concerns(changed)) {
      return Optional.empty();
    }
    Optional<SeenLogin> read = SeenLogin.of(observed());
    return move.map(side)
        .map(
            login ->
                new SeenLogin(
                    login,
                    read.filter(before -> before.login().equals(login)).flatMap(SeenLogin::set)))
        .or(() -> read);
  }

  private void passwords(Move move, SqlSecret secret) {
    if (move.to().basic()) {
      cautions.addAll(PasswordNames.cautions(secret, move.to().user()));
    }
    if (move.from().basic()) {
      cautions.add("it drops the password of '" + move.from().user() + "', on purpose");
      lasting.add("the password from before is not kept; the rollback asks for it again");
      warnings.addAll(PasswordNames.cautions(secret, move.from().user()));
    }
    if (move.from().lost()) {
      lasting.add("that '" + move.from().user() + "' had lost its password; how it logs in stays");
    }
  }
}
