package callflow.check;

import callflow.expression.Expression;
import callflow.expression.Function;
import callflow.expression.TypeScope;
import callflow.syntax.StateDecl;
import callflow.syntax.ToolDecl;
import callflow.value.Type;
import callflow.value.Types;
import java.util.Optional;

/// Whether a variable has a value when a tool that saves in it has been run: the answer must have
/// what is saved, and no trouble with the tool may be passed over.
final class Answered {
  private Answered() {}

  static boolean surely(Context context, StateDecl state, ToolDecl tool, ToolDecl.SaveDecl save) {
    return isBrought(save.value(), context.answer(tool)) && troubleLeads(context, state, tool);
  }

  /// Whether an answer of this type always brings what the expression asks for.
  static boolean isBrought(Expression saved, Type answer) {
    return switch (saved) {
      case Expression.Path path ->
          type(path, answer).map(Type.Field::required).orElse(true) && isBrought(path.of(), answer);
      case Expression.Call(var function, _, _) when function == Function.KNOWN -> true;
      case Expression.Literal _, Expression.Name _ -> true;
      default ->
          Reads.strict(saved).stream()
              .filter(read -> read.path().startsWith(TypeScope.RESULT + "."))
              .allMatch(read -> isRequired(read.path(), answer));
    };
  }

  private static boolean isRequired(String path, Type answer) {
    Type owner = answer;
    for (String field : path.substring(path.indexOf('.') + 1).split("[.]", -1)) {
      var declared = Types.fieldsOf(owner).map(struct -> struct.fields().get(field));
      if (declared.isEmpty()) return true;
      if (!declared.get().required()) return false;
      owner = declared.get().type();
    }
    return true;
  }

  /// The field that a path into `result` names; empty where nothing is known of it.
  private static Optional<Type.Field> type(Expression.Path path, Type answer) {
    Type owner =
        switch (path.of()) {
          case Expression.Name(var name, _) when name.equals(TypeScope.RESULT) -> answer;
          case Expression.Path inner -> type(inner, answer).map(Type.Field::type).orElse(Types.ANY);
          default -> Types.ANY;
        };
    return Types.fieldsOf(owner).map(struct -> struct.fields().get(path.field()));
  }

  private static boolean troubleLeads(Context context, StateDecl state, ToolDecl tool) {
    var handling = new Handling(context.flow());
    return ToolUse.of(state).stream()
        .filter(use -> use.byTheFlow() && use.name().equals(tool.name().value()))
        .allMatch(use ->
            ToolOutcomes.possible(context, use).stream()
                .flatMap(outcome -> handling.find(state, use.name(), outcome).stream())
                .allMatch(handler -> handler.action().target().isPresent()));
  }
}
