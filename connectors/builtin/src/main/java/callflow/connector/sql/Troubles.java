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

  /// There is no connection, so nothing happened.
  ///
  /// @param othersOpen whether other requests have theirs
  Attempt whileConnecting(SQLException trouble, boolean othersOpen) {
    String state = state(trouble);
    if (state.startsWith("28")) return byClass(state);
    return othersOpen && trouble instanceof SQLTransientConnectionException
        ? Attempt.broken(Kind.BUSY, "`" + connector + "` has no free connection", true)
        : unreachable();
  }

  /// The statement failed and was rolled back: nothing happened.
  Attempt whileRunning(SqlOperation operation, SQLException trouble) {
    String state = state(trouble);
    Optional<Attempt> declared = operation.refusal(state);
    if (declared.isPresent()) return declared.get();
    return trouble instanceof SQLTimeoutException || state.equals("57014")
        ? new Attempt.NeverSent(Kind.TIMEOUT, "`" + connector + "` did not answer in time")
        : byClass(state);
  }

  private Attempt byClass(String state) {
    return switch (state.substring(0, Math.min(CLASS, state.length()))) {
      case "08", "" -> unreachable();
      case "22" -> refused("invalid", state);
      case "23" -> refused("conflict", state);
      case "28" ->
          Attempt.broken(
              Kind.FAILED, "`" + connector + "` does not accept our credentials: " + remedy, false);
      case "40", "53" -> Attempt.broken(Kind.BUSY, "`" + connector + "` is too busy", true);
      default ->
          Attempt.broken(
              Kind.FAILED,
              "the database of `" + connector + "` refused the statement (SQLSTATE " + state + ")",
              false);
    };
  }

  private Attempt unreachable() {
    return new Attempt.NeverSent(Kind.UNREACHABLE, "`" + connector + "` can't be reached");
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
