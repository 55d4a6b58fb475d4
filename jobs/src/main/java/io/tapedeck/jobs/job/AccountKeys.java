package io.tapedeck.jobs.job;

import io.tapedeck.core.account.AccountKind;
import io.tapedeck.core.account.AccountSpec;
import io.tapedeck.core.account.CostMethod;
import io.tapedeck.core.account.LiquidationRule;
import io.tapedeck.jobs.job.JobSpec.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The account of a job: {@code shared}, {@code cash}, or {@code {scope: shared, kind: margin,
 * initial: 0.5, maintenance: 0.25, cost_method: fifo}}.
 *
 * @param scope whether instruments share it
 * @param spec what it may hold
 */
record AccountKeys(Account scope, AccountSpec spec) {
  static AccountKeys bind(Fields job) {
    Optional<Node> node = job.node("account");
    if (node.isEmpty()) {
      return new AccountKeys(Account.PER_INSTRUMENT, AccountSpec.UNCONSTRAINED);
    }
    return node.get() instanceof Node.Mapping
        ? group(Fields.of(node.get(), job.path("account")))
        : word(node.get(), job.path("account"));
  }

  private static AccountKeys word(Node node, String path) {
    String text = Scalars.text(node, path);
    List<String> known = new ArrayList<>();
    for (Account scope : Account.values()) {
      known.add(scope.name().toLowerCase(Locale.ROOT));
      if (scope.name().equalsIgnoreCase(text.replace('-', '_'))) {
        return new AccountKeys(scope, AccountSpec.UNCONSTRAINED);
      }
    }
    for (Map.Entry<String, Class<?>> kind : kinds().entrySet()) {
      if (RecordForm.of(kind.getValue()).settings().isEmpty()) {
        known.add(kind.getKey());
        if (kind.getKey().equals(text)) {
          return new AccountKeys(Account.PER_INSTRUMENT, spec(kind(kind.getValue(), node, path)));
        }
      }
    }
    throw UsageException.at(
        node.mark(),
        path
            + " must be one of "
            + String.join(", ", known)
            + " or a group such as {kind: margin, initial: 0.5, maintenance: 0.25}, was '"
            + text
            + "'");
  }

  private static AccountKeys group(Fields account) {
    Account scope = account.choice("scope", Account.class).orElse(Account.PER_INSTRUMENT);
    String name = account.text("kind").orElse("unconstrained");
    Class<?> type = kinds().get(name);
    if (type == null) {
      throw account.refusal(
          "kind", "must be one of " + String.join(", ", kinds().keySet()) + ", was '" + name + "'");
    }
    AccountKind kind = (AccountKind) RecordForm.of(type).make(account, null, "");
    AccountSpec spec =
        new AccountSpec(
            kind,
            account.choice("cost_method", CostMethod.class).orElse(CostMethod.AVERAGE),
            account.choice("liquidation", LiquidationRule.class).orElse(LiquidationRule.ALL));
    account.refuseOthers();
    return new AccountKeys(scope, spec);
  }

  private static Map<String, Class<?>> kinds() {
    return ModelFamily.of(AccountKind.class).kinds();
  }

  private static AccountKind kind(Class<?> type, Node node, String path) {
    Fields nothing = Fields.of(new Node.Mapping(Map.of(), node.mark()), path);
    return (AccountKind) RecordForm.of(type).make(nothing, null, "");
  }

  private static AccountSpec spec(AccountKind kind) {
    return new AccountSpec(kind, CostMethod.AVERAGE, LiquidationRule.ALL);
  }
}
