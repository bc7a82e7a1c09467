package callflow.connector.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedSqlTest {
  @Test
  void names_become_placeholders_in_their_order() {
    var sql = NamedSql.of("select a from t where b = :b and (c = :c_2 or :b is null)");

    assertThat(sql.jdbc()).isEqualTo("select a from t where b = ? and (c = ? or ? is null)");
    assertThat(sql.names()).containsExactly("b", "c_2", "b");
    assertThat(sql.flaw()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select ':no' from t",
        "select 'it''s :no' from t",
        "select \":no\" from t",
        "select `:no` from t",
        "select a::text, b :: date from t",
        "select $$ :no ; $$ from t",
        "select $q$ :no ; $$ $q$ from t",
        "select E'\\' :no ; ' from t",
        "select a[1:2] from t",
        "select 'a;b' from t",
        "select 5 :",
      })
  void quotes_and_casts_are_left_alone(String text) {
    var sql = NamedSql.of(text);

    assertThat(sql.names()).isEmpty();
    assertThat(sql.flaw()).isEmpty();
    assertThat(sql.jdbc()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "|select 1 -- :no ? ' ;|, |select 1|",
        "|select /* :no ' ? ; */ 1|, |select   1|",
        "|select 1;|, |select 1|",
        "|select 1 ; -- done|, |select 1|",
        "|select 'x' -- '|, |select 'x'|"
      })
  void comments_and_a_semicolon_at_the_end_are_dropped(String text, String jdbc) {
    var sql = NamedSql.of(text);

    assertThat(sql.jdbc()).isEqualTo(jdbc);
    assertThat(sql.names()).isEmpty();
    assertThat(sql.flaw()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "|select 1; drop table t|, more than one statement",
        "|select 1;; select 2|, more than one statement",
        "|select ?|, |`?`|",
        "|select 'a|, a quote that is not closed",
        "|select \"a|, a quote that is not closed",
        "|select /* a|, a comment that is not closed",
        "|select $$ a|, |`$$` that is not closed|"
      })
  void what_cannot_be_sent_has_a_flaw(String text, String flaw) {
    assertThat(NamedSql.of(text).flaw()).hasValueSatisfying(f -> assertThat(f).contains(flaw));
  }

  @Test
  void bare_words_are_kept_for_judging_the_statement() {
    assertThat(NamedSql.of("With x as (select 'delete') Update :a").words())
        .isEqualTo(List.of("with", "x", "as", "select", "update"));
  }
}
