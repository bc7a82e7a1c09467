package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.PolicyDecl;
import callflow.value.StateName;
import callflow.value.VariableName;
import java.util.List;
import java.util.Optional;

/// The entries of `policies:`.
final class PolicyReader {
  private static final int MAX_WITHIN = 100;
  private static final List<String> FORMS =
      List.of("never", "from_every_state", "every_call_ends_in", "never_spoken");
  private static final List<String> ENDINGS = List.of("hangup", "transfer", "caller_hung_up");

  private PolicyReader() {}

  static List<PolicyDecl> read(Slot slot) {
    return slot.items("`policies:` and below it `- name:` and a promise").stream()
        .flatMap(item -> item.fields("the policy", "`name:` and a promise").stream())
        .flatMap(map -> policy(map).stream())
        .toList();
  }

  private static Optional<PolicyDecl> policy(MapReader map) {
    var name = map.need("name", "`name:` and the promise in words").flatMap(Slot::sentence);
    List<String> forms = FORMS.stream().filter(map::has).toList();
    Optional<PolicyDecl> policy =
        forms.size() == 1
            ? map.take(forms.getFirst()).flatMap(slot -> promise(name, slot, map))
            : notOne(map);
    map.ignore(FORMS);
    map.close();
    return policy;
  }

  private static Optional<PolicyDecl> notOne(MapReader map) {
    map.ignore(List.of("unless"));
    map.findings()
        .add(
            Rule.MISSING_KEY,
            map.span(),
            "a policy needs exactly one of " + Quoted.anyOf(FORMS),
            "write several promises as several entries of the list");
    return Optional.empty();
  }

  private static Optional<PolicyDecl> promise(
      Optional<Located<String>> name, Slot slot, MapReader map) {
    return switch (slot.name()) {
      case "never" -> never(name, slot, map);
      case "from_every_state" -> reach(name, slot);
      case "every_call_ends_in" -> endsIn(name, slot);
      default -> neverSpoken(name, slot);
    };
  }

  private static Optional<PolicyDecl> never(
      Optional<Located<String>> name, Slot slot, MapReader map) {
    var tools =
        slot.fields("`never`", "`never: { tool: pay }`")
            .flatMap(inner -> {
              var tool = inner.need("tool", "`tool:` and a tool or a list of tools");
              inner.close();
              return tool.map(StateReader::tools);
            })
            .orElse(List.of());
    var unless = map.need("unless", "`unless: verified`").flatMap(Slot::expression);
    if (tools.isEmpty()) return Optional.empty();
    return name.flatMap(
        promise -> unless.map(condition -> new PolicyDecl.Never(promise, tools, condition)));
  }

  private static Optional<PolicyDecl> reach(Optional<Located<String>> name, Slot slot) {
    return slot.fields("`from_every_state`", "`{ reach: state, within: 1 }`")
        .flatMap(map -> {
          var state =
              map.need("reach", "`reach:` and a state")
                  .flatMap(each -> each.reference(StateName::new));
          var within =
              map.need("within", "`within:` and a number of the caller's turns")
                  .flatMap(each -> each.integer(0, MAX_WITHIN));
          map.close();
          return name.flatMap(promise ->
              state.flatMap(
                  target -> within.map(turns -> new PolicyDecl.Reach(promise, target, turns))));
        });
  }

  private static Optional<PolicyDecl> endsIn(Optional<Located<String>> name, Slot slot) {
    List<Located<String>> endings =
        slot.oneOrMore().stream().flatMap(item -> item.oneOf(ENDINGS).stream()).toList();
    if (endings.isEmpty()) return Optional.empty();
    return name.map(promise -> new PolicyDecl.EndsIn(promise, endings));
  }

  private static Optional<PolicyDecl> neverSpoken(Optional<Located<String>> name, Slot slot) {
    List<Located<VariableName>> variables = ActionReader.variables(slot);
    if (variables.isEmpty()) return Optional.empty();
    return name.map(promise -> new PolicyDecl.NeverSpoken(promise, variables));
  }
}
