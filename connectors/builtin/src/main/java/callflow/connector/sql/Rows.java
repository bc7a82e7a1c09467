package callflow.connector.sql;

import callflow.connector.operation.Clip;
import callflow.value.Value;
import java.math.BigDecimal;
import java.sql.Clob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads a result set into values: columns by their labels in lower case, NULL left out.
final class Rows {
  private Rows() {}

  static List<Value> read(ResultSet result, int most) throws SQLException {
    var rows = new ArrayList<Value>();
    while (rows.size() < most && result.next()) rows.add(row(result));
    return rows;
  }

  private static Value row(ResultSet result) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    var row = new LinkedHashMap<String, Value>();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      String label = columns.getColumnLabel(column).toLowerCase(Locale.ROOT);
      value(result, column).ifPresent(value -> row.put(label, value));
    }
    return new Value.Fields(row);
  }

  private static Optional<Value> value(ResultSet result, int column) throws SQLException {
    Object found = result.getObject(column);
    return switch (found) {
      case null -> Optional.empty();
      case BigDecimal exact -> Optional.of(new Value.Decimal(exact));
      case Number number -> Optional.of(number(number));
      case Boolean bool -> Optional.of(new Value.Bool(bool));
      case java.sql.Date date -> Optional.of(new Value.Date(date.toLocalDate()));
      case LocalDate date -> Optional.of(new Value.Date(date));
      case java.sql.Timestamp moment ->
          Optional.of(new Value.Text(moment.toLocalDateTime().toString()));
      // One character more than is kept, so that cutting stays the business of Clip.
      case Clob text -> Optional.of(new Value.Text(text.getSubString(1, 2 * Clip.TEXT)));
      case byte[] _ -> Optional.empty();
      default -> Optional.of(new Value.Text(found.toString()));
    };
  }

  private static Value number(Number number) {
    try {
      return new Value.Decimal(new BigDecimal(number.toString()));
    } catch (NumberFormatException notFinite) {
      return new Value.Text(number.toString());
    }
  }
}
