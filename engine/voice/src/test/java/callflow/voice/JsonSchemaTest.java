package callflow.voice;

import static org.assertj.core.api.Assertions.assertThat;

import callflow.value.Type;
import callflow.value.Types;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class JsonSchemaTest {

  @Test
  void a_bound_is_written_in_words_behind_the_authors_own() {
    assertThat(schema(new Type.Digits(some(8), some(8)), "the account number"))
        .isEqualTo(
            """
            {"type":"string","description":"the account number (exactly 8 digits)"}\
            """);
    assertThat(schema(new Type.Digits(some(4), some(6)), ""))
        .isEqualTo("{\"type\":\"string\",\"description\":\"(4 to 6 digits)\"}");
    assertThat(schema(new Type.Text(none(), some(1)), ""))
        .isEqualTo("{\"type\":\"string\",\"description\":\"(at most 1 character)\"}");
    assertThat(schema(Types.DATE, "born"))
        .isEqualTo("{\"type\":\"string\",\"description\":\"born (date as YYYY-MM-DD)\"}");
    assertThat(schema(new Type.Money("EUR", number("1"), number("2000")), ""))
        .isEqualTo(
            """
            {"type":"number","description":"(amount in EUR as a decimal number, from 1 to 2000)"}\
            """);
    assertThat(schema(new Type.Whole(number("1"), none()), ""))
        .isEqualTo("{\"type\":\"integer\",\"description\":\"(whole number from 1)\"}");
    assertThat(schema(new Type.Decimal(none(), number("2.5")), ""))
        .isEqualTo("{\"type\":\"number\",\"description\":\"(number up to 2.5)\"}");
  }

  @Test
  void a_type_without_bounds_needs_no_words() {
    assertThat(schema(Types.TEXT, "")).isEqualTo("{\"type\":\"string\"}");
    assertThat(schema(Types.BOOL, "sure?"))
        .isEqualTo("{\"type\":\"boolean\",\"description\":\"sure?\"}");
    assertThat(schema(new Type.Choice(List.of("a", "b")), ""))
        .isEqualTo("{\"type\":\"string\",\"enum\":[\"a\",\"b\"]}");
    assertThat(schema(Types.ANY, "")).isEqualTo("{}");
  }

  @Test
  void every_type_is_read_back_as_it_was() {
    for (int seed = 0; seed < 3_000; seed++) {
      var types = new RandomTypes(seed).struct(3);

      assertThat(SchemaReading.struct(JsonSchema.json(types))).as("seed " + seed).contains(types);
    }
  }

  @Test
  void only_words_that_every_model_takes_are_used() {
    var words = new TreeSet<String>();
    for (int seed = 0; seed < 500; seed++) {
      collect(MadeUpSessions.json(JsonSchema.json(new RandomTypes(seed).struct(3))), words);
    }

    assertThat(words)
        .isEqualTo(Set.of("type", "description", "enum", "properties", "required", "items"));
  }

  @Test
  void a_schema_of_others_is_read_as_far_as_we_know_its_words() {
    var read =
        SchemaReading.struct(
            """
            {"type":"object","additionalProperties":false,"required":["a",7,null],"properties":{
              "a":{"type":"string","description":"code (exactly 99999999999 digits)"},
              "b":{"type":"number","description":"(amount in XQQ as a decimal number)"},
              "c":{"type":["string","null"],"default":null},
              "d":"nonsense",
              "e":{"type":"array"},
              "f":{"type":"string","enum":["x",1]}}}\
            """);

    assertThat(read.orElseThrow().fields())
        .containsEntry(
            "a", new Type.Field(Types.TEXT, true, false, "code (exactly 99999999999 digits)"))
        .containsEntry(
            "b", new Type.Field(Types.NUMBER, false, false, "(amount in XQQ as a decimal number)"))
        .containsEntry("c", new Type.Field(Types.ANY, false, false, ""))
        .containsEntry("d", new Type.Field(Types.ANY, false, false, ""))
        .containsEntry("e", new Type.Field(new Type.ListOf(Types.ANY), false, false, ""))
        .containsEntry("f", new Type.Field(new Type.Choice(List.of("x")), false, false, ""));
  }

  @Test
  void what_is_no_schema_of_an_object_is_not_read() {
    assertThat(SchemaReading.struct("{\"type\":\"string\"}")).isEmpty();
    assertThat(SchemaReading.struct("[]")).isEmpty();
    assertThat(SchemaReading.struct("")).isEmpty();
    assertThat(SchemaReading.function("{\"type\":\"web_search\"}")).isEmpty();
    assertThat(SchemaReading.function("{\"type\":\"function\",\"function\":{}}")).isEmpty();
  }

  /// The names used where a schema may stand, which leaves out the names of properties.
  private static void collect(JsonNode schema, Set<String> words) {
    schema.fieldNames().forEachRemaining(words::add);
    schema.path("properties").forEach(property -> collect(property, words));
    if (schema.has("items")) collect(schema.path("items"), words);
  }

  private static String schema(Type type, String description) {
    var fields = new LinkedHashMap<String, Type.Field>();
    fields.put("it", new Type.Field(type, false, false, description));
    return MadeUpSessions.json(JsonSchema.json(new Type.Struct(fields)))
        .path("properties")
        .path("it")
        .toString();
  }

  private static Optional<Integer> some(int length) {
    return Optional.of(length);
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private static Optional<BigDecimal> number(String number) {
    return Optional.of(new BigDecimal(number));
  }
}
