package callflow.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.source.SourceFile;
import callflow.syntax.DeploymentFile;
import callflow.syntax.DeploymentFile.Carrier;
import callflow.syntax.DeploymentFile.Dialect;
import callflow.syntax.DeploymentFile.LimitsDecl;
import callflow.syntax.DeploymentFile.ListenAddress;
import callflow.syntax.DeploymentFile.SecretReference;
import callflow.syntax.DeploymentFile.TurnDecl;
import callflow.value.AudioFormat;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentParserTest {
  private static DeploymentFile ok(String name) {
    var parsed = DeploymentParser.parse(Sources.ok(name));
    assertThat(parsed.diagnostics()).isEmpty();
    return parsed.value().orElseThrow();
  }

  private static Parsed<DeploymentFile> parsed(String text) {
    return DeploymentParser.parse(new SourceFile("callflow.yaml", text));
  }

  /// What is found when one line of the shortest deployment is written otherwise.
  private static List<Rule> rules(String before, String after) {
    String text = Sources.ok("least.callflow.yaml").text();
    assertThat(text).contains(before);
    return parsed(text.replace(before, after)).diagnostics().stream()
        .map(Diagnostic::rule)
        .toList();
  }

  private static List<Rule> withPublicUrl(String url) {
    return rules("https://calls.example.com", "\"" + url + "\"");
  }

  private static List<Rule> withListen(String address) {
    return rules("server: {", "server: { listen: \"" + address + "\",");
  }

  @Test
  void a_line_leads_a_number_or_all_others_to_a_flow() {
    assertThat(ok("whole.callflow.yaml").lines())
        .extracting(
            line -> line.number().value(),
            line -> line.flow().value(),
            line -> line.carrier().value())
        .containsExactly(
            tuple("+4930999999", "flows/northwind-billing", Carrier.TWILIO),
            tuple("*", "other/opening.flow.yaml", Carrier.TWILIO));
  }

  @Test
  void the_voice_service_has_an_address_a_protocol_a_model_and_a_key() {
    var grok = ok("whole.callflow.yaml").grok();

    assertThat(grok.url().map(Located::value))
        .contains(URI.create("wss://api.x.ai/v1/voice/agent"));
    assertThat(grok.dialect().map(Located::value)).contains(Dialect.VOICE_AGENT);
    assertThat(grok.model().value()).isEqualTo("grok-4");
    assertThat(grok.key().value()).isEqualTo(new SecretReference.Environment("XAI_API_KEY"));
    assertThat(grok.audio().map(Located::value)).contains(AudioFormat.pcm(24_000));
  }

  @Test
  void turns_and_words_can_be_set() {
    var grok = ok("whole.callflow.yaml").grok();

    assertThat(grok.turn().threshold().map(Located::value)).contains(new BigDecimal("0.7"));
    assertThat(grok.turn().silence().map(Located::value)).contains(Duration.ofMillis(400));
    assertThat(grok.turn().prefix().map(Located::value)).contains(Duration.ofMillis(200));
    assertThat(grok.keyterms())
        .extracting(Located::value)
        .containsExactly("Northwind", "final meter reading");
  }

  @Test
  void a_token_may_have_a_second_one_while_it_is_being_changed() {
    assertThat(ok("whole.callflow.yaml").twilio().orElseThrow().authTokens())
        .extracting(Located::value)
        .containsExactly(
            new SecretReference.Environment("TWILIO_AUTH_TOKEN"),
            new SecretReference.File("old-token.txt"));
  }

  @Test
  void the_server_listens_somewhere_and_is_reached_somewhere() {
    var server = ok("whole.callflow.yaml").server();

    assertThat(server.listen().map(Located::value)).contains(new ListenAddress("0.0.0.0", 9090));
    assertThat(server.publicUrl().value()).isEqualTo(URI.create("http://localhost:9090"));
  }

  @Test
  void there_are_limits_and_a_sentence_for_one_caller_too_many() {
    var limits = ok("whole.callflow.yaml").limits();

    assertThat(limits.calls().map(Located::value)).contains(20);
    assertThat(limits.grokSessions().map(Located::value)).contains(5);
    assertThat(limits.busy().map(Located::value)).contains("All our lines are busy just now.");
  }

  @Test
  void what_may_be_left_out_has_no_value() {
    var file = ok("least.callflow.yaml");

    assertThat(file.limits()).isEqualTo(LimitsDecl.NONE);
    assertThat(file.grok().turn()).isEqualTo(TurnDecl.NONE);
    assertThat(file.grok().url()).isEmpty();
    assertThat(file.grok().dialect()).isEmpty();
    assertThat(file.grok().audio()).isEmpty();
    assertThat(file.grok().keyterms()).isEmpty();
    assertThat(file.server().listen()).isEmpty();
  }

  @Test
  void every_leaf_knows_where_it_stands() {
    var file = ok("whole.callflow.yaml");

    assertThat(file.grok().key().span()).hasToString("whole.callflow.yaml:10:8");
    assertThat(file.lines().getLast().number().span()).hasToString("whole.callflow.yaml:5:15");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xai-1234567890", "env:xai-1234567890", "file:", "env:", "XAI_API_KEY"})
  void a_secret_in_clear_text_is_refused_and_not_repeated(String written) {
    String text = Sources.ok("least.callflow.yaml").text();
    var parsed = parsed(text.replace("env:XAI_API_KEY", "\"" + written + "\""));

    assertThat(parsed.diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.SECRET_LITERAL);
    assertThat(parsed.diagnostics().toString()).doesNotContain("1234567890");
    assertThat(parsed.value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://calls.example.com/",
        "https://calls.example.com:8443",
        "http://localhost:8080",
        "http://127.0.0.1:8080",
        "http://[::1]:8080"
      })
  void the_public_address_is_https_or_on_this_machine(String url) {
    assertThat(withPublicUrl(url)).isEmpty();
  }

  @Test
  void a_path_in_the_public_address_is_refused() {
    assertThat(withPublicUrl("https://calls.example.com/tenant-1"))
        .containsExactly(Rule.WRONG_TYPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://calls.example.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "HTTP://10.0.0.1"
      })
  void an_unencrypted_public_address_elsewhere_is_refused(String url) {
    assertThat(withPublicUrl(url)).containsExactly(Rule.UNSAFE_ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "calls.example.com",
        "ftp://calls.example.com",
        "wss://calls.example.com",
        "https://",
        "https://calls.example.com?a=1",
        "https://calls.example.com#a",
        "https://user@calls.example.com",
        "https://calls.example.com:99999",
        "https://calls example com"
      })
  void what_is_no_plain_address_is_refused(String url) {
    assertThat(withPublicUrl(url)).containsExactly(Rule.WRONG_TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:8080", "localhost:0", "0.0.0.0:65535", "[::]:8080"})
  void the_server_listens_at_an_address_and_a_port(String address) {
    assertThat(withListen(address)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8080", ":8080", "localhost", "localhost:65536", "::1:8080", "a b:1"})
  void anything_else_is_no_place_to_listen(String address) {
    assertThat(withListen(address)).containsExactly(Rule.WRONG_TYPE);
  }

  @Test
  void the_bounds_of_ranges_belong_to_them() {
    String turn = "grok: { turn: { threshold: %s, silence: %s, prefix: %s },";

    assertThat(rules("grok: {", turn.formatted("0.1", "100ms", "1ms"))).isEmpty();
    assertThat(rules("grok: {", turn.formatted("0.9", "10s", "10s"))).isEmpty();
    assertThat(rules("grok: {", turn.formatted("0.09", "99ms", "10001ms"))).hasSize(3);
  }

  @Test
  void a_hundred_keyterms_are_taken_and_no_more() {
    assertThat(rules("grok: {", "grok: { keyterms: [" + words(100) + "],")).isEmpty();
    assertThat(rules("grok: {", "grok: { keyterms: [" + words(101) + "],"))
        .containsExactly(Rule.WRONG_TYPE);
  }

  private static String words(int count) {
    return IntStream.range(0, count).mapToObj(i -> "word " + i).collect(Collectors.joining(", "));
  }

  @Test
  void a_thousand_lines_are_taken_and_no_more() {
    assertThat(parsed(lines(1000)).diagnostics()).isEmpty();
    assertThat(parsed(lines(1001)).diagnostics())
        .extracting(Diagnostic::rule)
        .containsExactly(Rule.WRONG_TYPE);
  }

  private static String lines(int count) {
    String rest = Sources.ok("least.callflow.yaml").text().replaceFirst("lines:.*\n", "");
    return IntStream.range(0, count)
        .mapToObj(i -> "- { number: \"+4930%06d\", flow: a, carrier: twilio }\n".formatted(i))
        .collect(Collectors.joining("", "lines:\n", rest));
  }

  @Test
  void a_misspelt_section_is_not_reported_as_missing_too() {
    assertThat(rules("twilio: {", "twillio: {")).containsExactly(Rule.UNKNOWN_KEY);
  }

  @Test
  void a_broken_line_is_left_out_and_the_others_are_kept() {
    String text = Sources.ok("whole.callflow.yaml").text().replace("+4930999999", "999999");

    assertThat(parsed(text).value().orElseThrow().lines())
        .extracting(line -> line.number().value())
        .containsExactly("*");
  }
}
