package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.ToolDecl;
import callflow.syntax.ToolDecl.ArgumentDecl;
import callflow.syntax.ToolDecl.SaveDecl;
import callflow.value.Effect;
import callflow.value.OperationRef;
import callflow.value.ToolName;
import callflow.value.VariableName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One entry of `tools:`.
final class ToolReader {
  static final String EXAMPLE = "`tools:` and below it `find: { use: connector.operation }`";

  private static final List<String> EFFECTS =
      Arrays.stream(Effect.values()).map(Effect::word).toList();

  /// Callers wait meanwhile, and what failed so often is down.
  private static final int MAX_RETRY = 3;

  private ToolReader() {}

  static Optional<ToolDecl> read(Keyed entry) {
    var name = entry.name(ToolName::new);
    String owner = "the tool `" + entry.value().name() + "`";
    return entry
        .value()
        .fields(owner, "`{ use: connector.operation }`")
        .flatMap(map -> {
          var use = map.need("use", "`use: connector.operation`").flatMap(ToolReader::operation);
          var describe = map.take("describe").flatMap(Slot::sentence);
          var caller = map.take("caller").flatMap(WordingReader::sentence);
          var examples = ChoiceReader.examples(map);
          var with = map.take("with").map(ToolReader::arguments).orElse(List.of());
          var save = map.take("save").map(ToolReader::saves).orElse(List.of());
          var requires = map.take("requires").flatMap(Slot::expression);
          var confirm = map.take("confirm").flatMap(WordingReader::wording);
          var effect = map.take("effect").flatMap(ToolReader::effect);
          var timeout = map.take("timeout").flatMap(Slot::duration);
          var filler = map.take("filler").flatMap(WordingReader::wording);
          var tell = map.take("tell").flatMap(WordingReader::guidance);
          var retry = map.take("retry").flatMap(slot -> slot.integer(1, MAX_RETRY));
          var offeredWhen = map.take("offered_when").flatMap(Slot::expression);
          var sayResult = map.take("say_result").flatMap(WordingReader::wording);
          map.close();
          return name.flatMap(tool ->
              use.map(operation ->
                  new ToolDecl(
                      tool,
                      operation,
                      describe,
                      caller,
                      examples,
                      with,
                      save,
                      requires,
                      confirm,
                      effect,
                      timeout,
                      filler,
                      tell,
                      retry,
                      offeredWhen,
                      sayResult)));
        });
  }

  static Optional<Located<OperationRef>> operation(Slot slot) {
    return slot.word("an operation such as `billing.pay`")
        .flatMap(word -> operation(word, slot.name(), slot.findings()));
  }

  static Optional<Located<OperationRef>> operation(
      Located<String> word, String name, Findings findings) {
    Optional<OperationRef> parsed = OperationRef.parse(word.value());
    if (parsed.isEmpty()) {
      findings.add(
          Rule.WRONG_TYPE,
          word.span(),
          "`"
              + name
              + "` needs a connector and its operation, but it is "
              + Quoted.of(word.value()),
          "write `connector.operation`, such as `billing.pay`");
    }
    return parsed.map(operation -> new Located<>(operation, word.span()));
  }

  static Optional<Located<Effect>> effect(Slot slot) {
    return slot.oneOf(EFFECTS)
        .map(word -> word.map(found -> Effect.valueOf(found.toUpperCase(Locale.ROOT))));
  }

  /// Names with templates: `with:`, `attach:`, `query:`, `headers:`.
  static List<ArgumentDecl> arguments(Slot slot) {
    return slot.entries("`{ name: \"${value}\" }`").stream()
        .flatMap(entry ->
            entry.word().stream()
                .flatMap(name ->
                    entry.value().template().stream().map(value -> new ArgumentDecl(name, value))))
        .toList();
  }

  private static List<SaveDecl> saves(Slot slot) {
    return slot.entries("`{ variable: result.field }`").stream()
        .flatMap(entry ->
            entry.reference(VariableName::new).stream()
                .flatMap(name ->
                    entry.value().expression().stream().map(value -> new SaveDecl(name, value))))
        .toList();
  }
}
