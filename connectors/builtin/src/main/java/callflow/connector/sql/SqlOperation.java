package callflow.connector.sql;

import callflow.connector.operation.Attempt;
import callflow.connector.operation.Output;
import callflow.source.Located;
import callflow.syntax.ConnectorFile.OperationDecl;
import callflow.syntax.ConnectorFile.Request;
import callflow.value.ConnectorName;
import callflow.value.Effect;
import callflow.value.OperationSchema;
import callflow.value.Value;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One operation, ready to be asked for: its statement, and how its rows are read.
///
/// @param refusals codes of ours by SQLSTATE, or by `none`
record SqlOperation(
    ConnectorName connector,
    OperationSchema schema,
    NamedSql sql,
    int maxRows,
    Map<String, String> refusals,
    Output output) {
  /// Rows of one answer at most, and when the file doesn't say.
  static final int MAX_ROWS = 200;

  /// The condition "nothing found, nothing changed".
  static final String NONE = "none";

  static SqlOperation of(
      ConnectorName connector,
      OperationSchema schema,
      OperationDecl declared,
      Request.Statement statement) {
    var refusals = new LinkedHashMap<String, String>();
    declared.errors().forEach(e -> refusals.put(e.when().value(), e.code().value()));
    return new SqlOperation(
        connector,
        schema,
        NamedSql.of(statement.sql().value()),
        statement.maxRows().map(Located::value).orElse(MAX_ROWS),
        refusals,
        new Output(connector, declared.output(), "row"));
  }

  boolean reads() {
    return schema.effect() == Effect.READS;
  }

  /// Runs the statement in the connection's transaction, which is left open.
  Attempt run(Connection connection, Value.Fields input, Duration patience) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.jdbc())) {
      statement.setMaxRows(maxRows);
      statement.setQueryTimeout(Math.toIntExact(Math.max(1, patience.toSeconds())));
      bind(statement, input);
      return statement.execute()
          ? answer(rows(statement), 0)
          : answer(List.of(), Math.max(0, statement.getUpdateCount()));
    }
  }

  private List<Value> rows(PreparedStatement statement) throws SQLException {
    try (ResultSet result = statement.getResultSet()) {
      return Rows.read(result, maxRows);
    }
  }

  private Attempt answer(List<Value> rows, int updated) {
    if (rows.isEmpty() && updated == 0 && refusals.containsKey(NONE)) {
      return refused(NONE, "there is no such entry");
    }
    var answer =
        Value.Fields.of("rows", new Value.Items(rows)).with("updated", Value.Decimal.of(updated));
    return output.read(rows.isEmpty() ? answer : answer.with("row", rows.getFirst()));
  }

  /// The refusal declared for a condition; empty when the file doesn't name it.
  Optional<Attempt> refusal(String condition) {
    return refusals.containsKey(condition)
        ? Optional.of(refused(condition, "SQLSTATE " + condition))
        : Optional.empty();
  }

  private Attempt refused(String condition, String reason) {
    String code = Optional.ofNullable(refusals.get(condition)).orElse(condition);
    return Attempt.refused(
        code, "`" + connector + "` said no: " + code.replace('_', ' ') + " (" + reason + ")");
  }

  private void bind(PreparedStatement statement, Value.Fields input) throws SQLException {
    for (int i = 0; i < sql.names().size(); i++) {
      bind(statement, i + 1, input.get(sql.names().get(i)));
    }
  }

  private static void bind(PreparedStatement statement, int at, Optional<Value> value)
      throws SQLException {
    if (value.isEmpty()) {
      statement.setNull(at, Types.NULL);
      return;
    }
    switch (value.get()) {
      case Value.Text(var text) -> statement.setString(at, text);
      case Value.Decimal(var amount) -> statement.setBigDecimal(at, amount);
      case Value.Bool(var bool) -> statement.setBoolean(at, bool);
      case Value.Date(var date) -> statement.setObject(at, date);
      // The checker lets no such input through; as text it does no harm.
      case Value.Items items -> statement.setString(at, items.toString());
      case Value.Fields fields -> statement.setString(at, fields.toString());
    }
  }
}
