package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.syntax.ReplyDecl;
import callflow.syntax.ReplyDecl.Outcome;
import callflow.value.Value;
import java.util.List;
import java.util.Optional;

/// Prepared answers of a connector.
final class ReplyReader {
  private static final int MAX_TIMES = 10_000;

  private ReplyReader() {}

  static List<ReplyDecl> replies(Slot slot) {
    return slot.oneOrMore().stream()
        .flatMap(item -> item.fields("the prepared answer", "`- reply: { … }`").stream())
        .flatMap(map -> reply(map).stream())
        .toList();
  }

  private static Optional<ReplyDecl> reply(MapReader map) {
    var when = map.take("when").map(UntypedValues::fields).orElse(Value.Fields.NONE);
    Optional<Outcome> reply =
        map.take("reply").map(slot -> new Outcome.Reply(UntypedValues.fields(slot)));
    Optional<Outcome> fail = map.take("fail").flatMap(Slot::word).map(Outcome.Fail::new);
    var times = map.take("times").flatMap(slot -> slot.integer(1, MAX_TIMES));
    map.close();
    if (map.has("reply") == map.has("fail")) {
      map.findings()
          .add(
              Rule.BAD_REPLY,
              map.span(),
              "a prepared answer needs either `reply` or `fail`",
              "write `reply: { field: value }`, or `fail: timeout`");
      return Optional.empty();
    }
    return reply.or(() -> fail).map(outcome -> new ReplyDecl(when, outcome, times, map.span()));
  }
}
