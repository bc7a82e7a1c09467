package callflow.program;

import callflow.expression.Expression;
import callflow.expression.Template;
import callflow.value.ConnectorName;
import callflow.value.Effect;
import callflow.value.OperationRef;
import callflow.value.OperationSchema;
import callflow.value.ToolName;
import callflow.value.Type;
import callflow.value.VariableName;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A tool of the flow: an operation with what the flow fixes, asks and keeps.
///
/// @param bound arguments the flow fills; the model neither sees nor sets them
/// @param open arguments left to the model; without any field there are none, and nothing is let
///   through
/// @param save variable <- expression over `result`
/// @param retry how often it is asked again when it could not be reached; only what may be repeated
/// @param offeredWhen the model is offered the tool only while this holds
/// @param sayResult said word for word when the tool has answered; may name `result`
/// @param tell what the model is told when the flow itself has asked the tool; may name `result`
public record ToolDef(
    ToolName name,
    OperationSchema operation,
    String description,
    Optional<ByLanguage<String>> caller,
    ByLanguage<List<String>> examples,
    SequencedMap<String, Template> bound,
    Type.Struct open,
    SequencedMap<VariableName, Expression> save,
    Optional<Expression> requires,
    Optional<Wording> confirm,
    Effect effect,
    Duration timeout,
    Optional<Wording> filler,
    Optional<ByLanguage<Template>> tell,
    int retry,
    Optional<Expression> offeredWhen,
    Optional<Wording> sayResult) {
  /// The one operation the engine carries out itself: it begins to record the call.
  public static final OperationRef START_RECORDING =
      new OperationRef(new ConnectorName("compliance"), "start_recording");

  public ToolDef {
    bound = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(bound));
    save = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(save));
  }

  public OperationRef use() {
    return operation.name();
  }
}
