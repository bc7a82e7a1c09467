package callflow.expression;

import callflow.value.ScheduleName;
import callflow.value.SwitchName;
import callflow.value.ToolName;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.VariableName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// What an expression may name where it stands, and of which type that is.
///
/// @param names variables and built-in names
public record TypeScope(
    SequencedMap<String, Type> names,
    Set<ScheduleName> schedules,
    Set<ToolName> tools,
    Set<SwitchName> switches) {

  /// What a tool answered; known in its `save` and `tell` only.
  public static final String RESULT = "result";

  /// What the call has brought so far; known where a caller is handed over only.
  public static final String SUMMARY = "summary";

  /// The fact of a call that is known only when it has ended.
  static final String OUTCOME = "outcome";

  private static final Type.Struct CALL = call();

  /// The names the engine itself gives a value to, wherever an expression stands.
  public static final SequencedMap<String, Type> BUILT_IN = builtIn();

  public TypeScope {
    names = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(names));
    schedules = Collections.unmodifiableSet(new LinkedHashSet<>(schedules));
    tools = Collections.unmodifiableSet(new LinkedHashSet<>(tools));
    switches = Collections.unmodifiableSet(new LinkedHashSet<>(switches));
  }

  /// The variables of a flow together with the built-in names.
  public static TypeScope of(
      Map<VariableName, Type> variables,
      Set<ScheduleName> schedules,
      Set<ToolName> tools,
      Set<SwitchName> switches) {
    var names = new LinkedHashMap<String, Type>();
    variables.forEach((name, type) -> names.put(name.value(), type));
    names.putAll(BUILT_IN);
    return new TypeScope(names, schedules, tools, switches);
  }

  /// The same with [#RESULT], for the `save` and `tell` of a tool.
  public TypeScope withResult(Type type) {
    var more = new LinkedHashMap<>(names);
    more.put(RESULT, type);
    return new TypeScope(more, schedules, tools, switches);
  }

  /// The same with `call.outcome`, for what is asked when the call has ended.
  public TypeScope withOutcome() {
    var more = new LinkedHashMap<>(names);
    var facts = new LinkedHashMap<>(CALL.fields());
    facts.put(OUTCOME, fact(Types.TEXT));
    more.put("call", new Type.Struct(facts));
    return new TypeScope(more, schedules, tools, switches);
  }

  /// The same with [#SUMMARY], for what goes along with a transfer.
  public TypeScope withSummary() {
    var more = new LinkedHashMap<>(names);
    more.put(SUMMARY, Types.TEXT);
    return new TypeScope(more, schedules, tools, switches);
  }

  public Optional<Type> typeOf(String name) {
    return Optional.ofNullable(names.get(name));
  }

  private static SequencedMap<String, Type> builtIn() {
    var names = new LinkedHashMap<String, Type>();
    names.put("visits", Types.NUMBER);
    names.put("today", Types.DATE);
    names.put("now", Types.MOMENT);
    names.put("state", state());
    names.put("call", CALL);
    return Collections.unmodifiableSequencedMap(names);
  }

  private static Type.Struct state() {
    var facts = new LinkedHashMap<String, Type.Field>();
    facts.put("name", fact(Types.TEXT));
    facts.put("previous", fact(Types.TEXT));
    return new Type.Struct(facts);
  }

  private static Type.Struct call() {
    var facts = new LinkedHashMap<String, Type.Field>();
    facts.put("from", fact(Types.PHONE));
    facts.put("to", fact(Types.PHONE));
    facts.put("started", fact(Types.MOMENT));
    facts.put("direction", fact(new Type.Choice(List.of("inbound", "outbound"))));
    facts.put("language", fact(Types.TEXT));
    facts.put("headers", fact(Type.Struct.OPEN));
    return new Type.Struct(facts);
  }

  private static Type.Field fact(Type type) {
    return new Type.Field(type, false, false, "");
  }
}
