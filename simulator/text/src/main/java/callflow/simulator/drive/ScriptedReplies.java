package callflow.simulator.drive;

import callflow.syntax.ConnectorFile;
import callflow.syntax.ReplyDecl;
import callflow.syntax.ScenarioFile;
import callflow.value.Fit;
import callflow.value.OperationRef;
import callflow.value.OperationSchema;
import callflow.value.ToolResult;
import callflow.value.ToolResult.Kind;
import callflow.value.Type;
import callflow.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Answers with the replies an author prepared: in the scenario, else under `mock:` of the
/// connector.
///
/// For each request the first entry is used whose `when` matches and which has uses left. An entry
/// has as many uses as its `times`, else one; the last entry that matches stays when it has no
/// `times`. A scenario that names an operation replaces all mocks of that operation. One object
/// serves one call.
public final class ScriptedReplies implements ToolBench {
  private final SequencedMap<OperationRef, List<Prepared>> prepared = new LinkedHashMap<>();

  private final Set<OperationRef> scripted;

  private ScriptedReplies(Map<OperationRef, List<ReplyDecl>> replies, Set<OperationRef> scripted) {
    replies.forEach((operation, list) -> prepared.put(operation, prepare(list)));
    this.scripted = Set.copyOf(scripted);
  }

  /// For a call without a scenario: the connectors' own mocks.
  public static ScriptedReplies of(List<ConnectorFile> connectors) {
    return new ScriptedReplies(mocks(connectors), Set.of());
  }

  public static ScriptedReplies of(ScenarioFile scenario, List<ConnectorFile> connectors) {
    var own = new LinkedHashMap<OperationRef, List<ReplyDecl>>();
    scenario.connectors().forEach(given -> own.put(given.operation().value(), given.replies()));
    var all = mocks(connectors);
    all.putAll(own);
    return new ScriptedReplies(all, own.keySet());
  }

  private static SequencedMap<OperationRef, List<ReplyDecl>> mocks(List<ConnectorFile> connectors) {
    var replies = new LinkedHashMap<OperationRef, List<ReplyDecl>>();
    for (var connector : connectors) {
      for (var operation : connector.operations()) {
        if (operation.mock().isEmpty()) continue;
        var name = new OperationRef(connector.name().value(), operation.name().value());
        replies.put(name, operation.mock());
      }
    }
    return replies;
  }

  private static List<Prepared> prepare(List<ReplyDecl> replies) {
    return replies.stream().map(Prepared::new).toList();
  }

  @Override
  public Reply ask(Request request) {
    var entries = prepared.getOrDefault(request.operation().name(), List.of());
    var matching =
        entries.stream()
            .filter(entry -> matches(entry.reply.when(), request.operation(), request.arguments()))
            .toList();
    return choose(matching)
        .map(entry -> answer(entry, request))
        .orElseGet(() -> Reply.atOnce(nothing(request, entries.isEmpty(), matching.isEmpty())));
  }

  /// The entries of the scenario that were never used, in the order of the file.
  public List<ReplyDecl> unused() {
    return prepared.entrySet().stream()
        .filter(entry -> scripted.contains(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .filter(entry -> entry.used == 0)
        .map(entry -> entry.reply)
        .toList();
  }

  private static Optional<Prepared> choose(List<Prepared> matching) {
    return matching.stream()
        .filter(Prepared::hasUsesLeft)
        .findFirst()
        .or(() -> matching.reversed().stream().findFirst().filter(Prepared::stays));
  }

  private static Reply answer(Prepared entry, Request request) {
    entry.used++;
    return switch (entry.reply.outcome()) {
      case ReplyDecl.Outcome.Reply(var output) -> Reply.atOnce(shaped(request.operation(), output));
      case ReplyDecl.Outcome.Fail(var how) -> failure(how.value(), request);
    };
  }

  /// Only what the operation declares comes out, in the kinds it declares.
  private static ToolResult shaped(OperationSchema operation, Value.Fields output) {
    return switch (Fit.of(operation.output(), output)) {
      case Fit.Fits(Value.Fields fields) -> new ToolResult.Done(fields);
      case Fit.Fits(var other) -> badAnswer("is not an object: " + other);
      case Fit.Misfit(var reason) -> badAnswer(reason);
    };
  }

  private static ToolResult badAnswer(String reason) {
    return new ToolResult.Broken(Kind.BAD_ANSWER, "the prepared reply " + reason, false);
  }

  private static Reply failure(String how, Request request) {
    String name = "`" + request.operation().name() + "`";
    return switch (how) {
      case "timeout" ->
          new Reply(Lost.answer(request, name + " did not answer"), request.timeout());
      case "unknown" -> Reply.atOnce(new ToolResult.Unknown(request.key()));
      case "unreachable" -> broken(Kind.UNREACHABLE, name + " could not be reached", true);
      case "busy" -> broken(Kind.BUSY, name + " is too busy", true);
      case "bad_answer" -> broken(Kind.BAD_ANSWER, name + " gave an answer nobody expects", false);
      case "failed" -> broken(Kind.FAILED, name + " failed", false);
      default -> Reply.atOnce(new ToolResult.Refused(how, name + " answered `" + how + "`"));
    };
  }

  private static Reply broken(Kind kind, String message, boolean retryable) {
    return Reply.atOnce(new ToolResult.Broken(kind, message, retryable));
  }

  private static ToolResult nothing(Request request, boolean noEntry, boolean noMatch) {
    String name = "`" + request.operation().name() + "`";
    String why =
        noEntry
            ? "no reply is prepared for " + name
            : noMatch
                ? "no prepared reply for " + name + " has a `when` that fits " + request.arguments()
                : "all prepared replies for " + name + " that fit are used up";
    return new ToolResult.Broken(Kind.FAILED, why, false);
  }

  /// Whether all arguments named in `when` are equal, as the operation's input reads them.
  private static boolean matches(
      Value.Fields when, OperationSchema operation, Value.Fields arguments) {
    return when.values().entrySet().stream()
        .allMatch(wanted ->
            arguments
                .get(wanted.getKey())
                .map(given -> same(operation.input(), wanted.getKey(), wanted.getValue(), given))
                .orElse(false));
  }

  private static boolean same(Type.Struct input, String name, Value wanted, Value given) {
    return Optional.ofNullable(input.fields().get(name))
        .map(field -> Alike.as(field.type(), wanted, given))
        .orElseGet(() -> Alike.as(new Type.Any(), wanted, given));
  }

  /// One prepared reply and how often it was used.
  private static final class Prepared {
    private final ReplyDecl reply;
    private int used;

    Prepared(ReplyDecl reply) {
      this.reply = reply;
    }

    boolean hasUsesLeft() {
      return used < reply.times().map(times -> times.value()).orElse(1);
    }

    boolean stays() {
      return reply.times().isEmpty();
    }
  }
}
