package callflow.compile;

import callflow.check.ToolCatalog;
import callflow.program.ToolDef;
import callflow.source.Located;
import callflow.syntax.ToolDecl;
import callflow.value.Effect;
import callflow.value.OperationSchema;
import callflow.value.Type;
import java.time.Duration;
import java.util.LinkedHashMap;

/// One tool of a flow, with what its operation says where the flow is silent.
final class ToolLowering {
  /// How long an answer may take where neither the flow nor the operation says.
  static final Duration TIMEOUT = Duration.ofSeconds(8);

  private ToolLowering() {}

  static ToolDef lower(ToolDecl tool, ToolCatalog catalog, WordingLowering words) {
    var operation =
        catalog
            .operation(tool.use().value())
            .orElseThrow(() -> new IllegalArgumentException("unchecked: " + tool.use().value()));
    var bound = Lowering.named(tool.with(), entry -> entry.name().value(), entry -> entry.value());
    return new ToolDef(
        tool.name().value(),
        operation,
        tool.describe().map(Located::value).orElse(operation.description()),
        tool.caller().map(wish -> words.localized(wish, Located::value)),
        words.localized(tool.examples(), MoveLowering::values),
        bound,
        open(operation, bound.keySet()),
        Lowering.named(tool.save(), save -> save.variable().value(), save -> save.value()),
        tool.requires(),
        tool.confirm().map(words::wording),
        stricter(operation.effect(), tool.effect().map(Located::value).orElse(Effect.READS)),
        timeout(tool, operation),
        tool.filler().map(words::wording),
        tool.tell().map(words::guidance),
        tool.retry().map(Located::value).orElse(0),
        tool.offeredWhen(),
        tool.sayResult().map(words::wording));
  }

  private static Type.Struct open(OperationSchema operation, java.util.Set<String> bound) {
    var open = new LinkedHashMap<>(operation.input().fields());
    open.keySet().removeAll(bound);
    return new Type.Struct(open);
  }

  private static Effect stricter(Effect one, Effect other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration timeout(ToolDecl tool, OperationSchema operation) {
    if (tool.timeout().isPresent()) return tool.timeout().get().value();
    return operation.timeout().isPositive() ? operation.timeout() : TIMEOUT;
  }
}
