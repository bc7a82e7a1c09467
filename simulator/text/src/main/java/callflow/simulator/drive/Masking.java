package callflow.simulator.drive;

import callflow.engine.call.Taken;
import callflow.program.Program;
import callflow.program.VariableDef;
import callflow.value.OperationSchema;
import callflow.value.ToolName;
import callflow.value.ToolResult;
import callflow.value.Type;
import callflow.value.Value;
import callflow.value.VariableName;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Hides the values that a flow or a connector marks as sensitive or secret, wherever they turn up.
///
/// A value is known by its place (a sensitive variable, argument or field) and then by its text, so
/// that it stays hidden when it is handed on under another name. Yes and no are never hidden by
/// their text.
public final class Masking {
  static final String MASK = "***";

  /// Shorter texts are hidden only when they are the whole value; inside others they are chance.
  private static final int TELLING = 4;

  private final Program program;
  private final Set<String> hidden = new HashSet<>();

  private Masking(Program program) {
    this.program = program;
  }

  /// Knows all sensitive values of a call.
  public static Masking of(Program program, Transcript transcript) {
    var masking = new Masking(program);
    transcript.taken(Taken.Filled.class).stream()
        .filter(filled -> masking.isSensitive(filled.variable()))
        .forEach(filled -> masking.hide(filled.value()));
    for (var called : transcript.all(Line.ToolCalled.class)) {
      masking.schema(called.tool()).ifPresent(s -> masking.hide(s.input(), called.arguments()));
    }
    for (var returned : transcript.taken(Taken.Returned.class)) {
      if (returned.result() instanceof ToolResult.Done(var output)) {
        masking.schema(returned.tool()).ifPresent(s -> masking.hide(s.output(), output));
      }
    }
    return masking;
  }

  /// Whether people may not read this variable.
  public boolean isSensitive(VariableName variable) {
    return Optional.ofNullable(program.variables().get(variable))
        .filter(found -> found.sensitive() || found.secret())
        .map(VariableDef::name)
        .isPresent();
  }

  private Optional<OperationSchema> schema(ToolName tool) {
    return Optional.ofNullable(program.tools().get(tool)).map(found -> found.operation());
  }

  private void hide(Type.Struct type, Value.Fields fields) {
    fields
        .values()
        .forEach((name, value) -> {
          var field = type.fields().get(name);
          if (field == null) return;
          if (field.sensitive()) {
            hide(value);
          } else if (field.type() instanceof Type.Struct inner
              && value instanceof Value.Fields nested) {
            hide(inner, nested);
          }
        });
  }

  private void hide(Value value) {
    leaves(value).filter(text -> !text.isBlank()).forEach(hidden::add);
  }

  private static Stream<String> leaves(Value value) {
    return switch (value) {
      case Value.Text _, Value.Decimal _, Value.Date _ -> Stream.of(value.toString());
      case Value.Bool _ -> Stream.empty();
      case Value.Items(var items) -> items.stream().flatMap(Masking::leaves);
      case Value.Fields(var fields) -> fields.values().stream().flatMap(Masking::leaves);
    };
  }

  /// The value with everything hidden that has to be.
  public Value mask(Value value) {
    return switch (value) {
      case Value.Text(var text) -> new Value.Text(mask(text));
      case Value.Decimal _, Value.Date _ ->
          hidden.contains(value.toString()) ? new Value.Text(MASK) : value;
      case Value.Bool _ -> value;
      case Value.Items(var items) -> new Value.Items(items.stream().map(this::mask).toList());
      case Value.Fields fields -> mask(fields);
    };
  }

  public Value.Fields mask(Value.Fields fields) {
    var masked = new LinkedHashMap<String, Value>();
    fields.values().forEach((name, value) -> masked.put(name, mask(value)));
    return new Value.Fields(masked);
  }

  /// A variable's value; all of it is hidden when the variable is sensitive.
  public Value mask(VariableName variable, Value value) {
    return isSensitive(variable) ? new Value.Text(MASK) : mask(value);
  }

  /// A sentence about variables as people may read it: nothing of one that names a sensitive
  /// variable, for it may quote words that came to no value.
  public String reason(String sentence) {
    return program.variables().keySet().stream()
        .filter(this::isSensitive)
        .filter(name -> sentence.contains("`" + name + "`"))
        .findFirst()
        .map(name ->
            "`" + name + "` was looked for in these words; they are sensitive and not shown")
        .orElseGet(() -> mask(sentence));
  }

  /// The text with hidden values replaced, the longest first.
  public String mask(String text) {
    if (hidden.contains(text)) return MASK;
    String masked = text;
    var telling =
        hidden.stream()
            .filter(value -> value.length() >= TELLING)
            .sorted((one, other) -> Integer.compare(other.length(), one.length()))
            .toList();
    for (String value : telling) masked = masked.replace(value, MASK);
    return masked;
  }
}
