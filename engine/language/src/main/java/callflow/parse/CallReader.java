package callflow.parse;

import callflow.source.Located;
import callflow.syntax.ActionDecl.SetDecl;
import callflow.syntax.CallDecl;
import callflow.syntax.CallDecl.Kept;
import callflow.value.FlowName;
import callflow.value.VariableName;
import java.util.List;
import java.util.Optional;

/// `call:` of a state.
final class CallReader {
  private static final String EXAMPLE = "`call: { flow: identify-customer }`";

  private CallReader() {}

  /// The name of a flow alone, or with what is handed over and what comes back.
  static Optional<CallDecl> read(Slot slot) {
    if (slot.isText()) {
      return Keyed.fileName(slot)
          .map(name -> new CallDecl(name.map(FlowName::new), List.of(), List.of(), slot.span()));
    }
    return slot.fields("`call`", EXAMPLE)
        .flatMap(map -> {
          var flow = map.need("flow", EXAMPLE).flatMap(Keyed::fileName);
          List<SetDecl> with = map.take("with").map(CallReader::with).orElse(List.of());
          List<Kept> save = map.take("save").map(CallReader::save).orElse(List.of());
          map.close();
          return flow.map(name -> new CallDecl(name.map(FlowName::new), with, save, slot.span()));
        });
  }

  private static List<SetDecl> with(Slot slot) {
    return slot.entries("`{ input: \"${value}\" }`").stream()
        .flatMap(entry ->
            entry.word().stream()
                .flatMap(name ->
                    entry.value().template().stream()
                        .map(value -> new SetDecl(name.map(VariableName::new), value))))
        .toList();
  }

  private static List<Kept> save(Slot slot) {
    return slot.entries("`{ variable: output }`").stream()
        .flatMap(entry ->
            entry.reference(VariableName::new).stream()
                .flatMap(variable ->
                    output(entry.value()).stream().map(output -> new Kept(variable, output))))
        .toList();
  }

  /// An output is named by the flow that is called, so it keeps its name here.
  private static Optional<Located<VariableName>> output(Slot slot) {
    return slot.word("the name of an output").map(name -> name.map(VariableName::new));
  }
}
