package callflow.connector.sql;

import callflow.connector.operation.Attempt;
import callflow.value.ConnectorName;
import callflow.value.ToolResult.Kind;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/// What a database's error means for the flow, by its SQLSTATE.
///
/// The text of an error never goes on: it may quote values.
///
/// @param remedy what to look at when the database doesn't accept us
/// @see "ISO/IEC 9075-2, SQLSTATE class codes"
record Troubles(ConnectorName connector, String remedy) {
  private static final int CLASS = 2;

  /// The statement failed and was rolled back: nothing happened.
  Attempt beforeCommit(SqlOperation operation, SQLException trouble) {
    String state = state(trouble);
    Optional<Attempt> declared = operation.refusal(state);
    if (declared.isPresent()) return declared.get();
    if (trouble instanceof SQLTransientConnectionException && trouble.getCause() == null) {
      return Attempt.broken(Kind.BUSY, "`" + connector + "` has no free connection", true);
    }
    if (trouble instanceof SQLTimeoutException || state.equals("57014")) {
      return new Attempt.NeverSent(Kind.TIMEOUT, "`" + connector + "` did not answer in time");
    }
    return byClass(state);
  }

  private Attempt byClass(String state) {
    return switch (state.substring(0, Math.min(CLASS, state.length()))) {
      case "08" -> new Attempt.NeverSent(Kind.UNREACHABLE, "`" + connector + "` can't be reached");
      case "22" -> refused("invalid", state);
      case "23" -> refused("conflict", state);
      case "28" ->
          Attempt.broken(
              Kind.FAILED, "`" + connector + "` does not accept our credentials: " + remedy, false);
      case "40", "53" -> Attempt.broken(Kind.BUSY, "`" + connector + "` is too busy", true);
      case "" -> new Attempt.NeverSent(Kind.UNREACHABLE, "`" + connector + "` can't be reached");
      default ->
          Attempt.broken(
              Kind.FAILED,
              "the database of `" + connector + "` refused the statement (SQLSTATE " + state + ")",
              false);
    };
  }

  /// The commit failed: only a constraint or a conflict says for certain that nothing happened.
  Attempt whileCommitting(SQLException trouble) {
    String state = state(trouble);
    return state.startsWith("23") || state.startsWith("40")
        ? byClass(state)
        : new Attempt.Lost(
            Kind.UNREACHABLE, "the connection to `" + connector + "` was lost while it was saving");
  }

  private Attempt refused(String code, String state) {
    return Attempt.refused(
        code, "`" + connector + "` said no: " + code + " (SQLSTATE " + state + ")");
  }

  /// The pool wraps what kept it from connecting; what is inside says more.
  private static String state(SQLException trouble) {
    return trouble.getCause() instanceof SQLException cause && cause.getSQLState() != null
        ? cause.getSQLState()
        : Optional.ofNullable(trouble.getSQLState()).orElse("");
  }
}
