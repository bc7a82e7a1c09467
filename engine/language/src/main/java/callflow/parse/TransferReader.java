package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Fix;
import callflow.diagnostic.Rule;
import callflow.expression.Template;
import callflow.source.Located;
import callflow.syntax.TransferDecl;
import callflow.syntax.TransferDecl.AnnounceDecl;
import callflow.syntax.TransferDecl.DestinationDecl;
import callflow.syntax.TransferDecl.QueueDecl;
import callflow.value.ScheduleName;
import callflow.value.TransferName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One entry of `transfers:`.
final class TransferReader {
  static final String EXAMPLE = "`transfers:` and below it `team: { to: \"+4930123456\" }`";

  private static final Pattern SIP = Pattern.compile("sips?:[^\\s@<>\"]+(@[^\\s@<>\"]+)?");

  private static final String LIST = "`from: { north: \"+4930123456\", south: \"+4989123456\" }`";

  private TransferReader() {}

  static Optional<TransferDecl> read(Keyed entry) {
    var name = entry.name(TransferName::new);
    String owner = "the transfer `" + entry.value().name() + "`";
    return entry
        .value()
        .fields(owner, "`{ to: \"+4930123456\" }`")
        .flatMap(map -> {
          var to = map.need("to", "`to: \"+4930123456\"`").flatMap(TransferReader::destination);
          var mode = map.take("mode").flatMap(slot -> slot.oneOf(List.of("cold", "warm", "refer")));
          var ring = map.take("ring").flatMap(Slot::duration);
          var hours = map.take("hours").flatMap(slot -> slot.reference(ScheduleName::new));
          var attach = map.take("attach").map(ToolReader::arguments).orElse(List.of());
          var callerId = map.take("caller_id").flatMap(TransferReader::callerId);
          var whisper = map.take("whisper").flatMap(Slot::spoken);
          var brief = map.take("brief").flatMap(Slot::spoken);
          var queue = map.take("queue").flatMap(TransferReader::queue);
          map.close();
          return name.flatMap(transfer ->
              to.map(place ->
                  new TransferDecl(
                      transfer, place, mode, ring, hours, attach, callerId, whisper, brief,
                      queue)));
        });
  }

  /// One number, or a choice among several.
  private static Optional<DestinationDecl> destination(Slot slot) {
    if (!slot.isMapping()) return number(slot).map(DestinationDecl.Fixed::new);
    return slot.fields("`to`", "`to: { choose: \"${region}\", from: …, otherwise: … }`")
        .flatMap(map -> {
          var choose = map.need("choose", "`choose: ${region}`").flatMap(Slot::template);
          var from = map.need("from", LIST).map(TransferReader::listed).orElse(List.of());
          var otherwise =
              map.need("otherwise", "`otherwise:` and a word of `from`, for all other cases")
                  .flatMap(Slot::word);
          map.close();
          return choose.flatMap(
              text -> otherwise.map(last -> new DestinationDecl.Chosen(text, from, last)));
        });
  }

  private static List<DestinationDecl.Listed> listed(Slot slot) {
    var listed =
        slot.entries(LIST).stream()
            .flatMap(entry ->
                entry.word().stream()
                    .flatMap(word ->
                        number(entry.value()).stream()
                            .map(to -> new DestinationDecl.Listed(word, to))))
            .toList();
    if (slot.isMapping() && slot.entries(LIST).isEmpty()) {
      slot.findings().add(Rule.EMPTY_VALUE, slot.at(), "`from` lists no number", "write " + LIST);
    }
    return listed;
  }

  private static Optional<Located<String>> number(Slot slot) {
    return slot.word("a telephone number")
        .filter(
            word -> SIP.matcher(word.value()).matches() || isPhoneNumber(word, slot.findings()));
  }

  /// A number, or a text with `${…}` that becomes one.
  private static Optional<Template> callerId(Slot slot) {
    return slot.template()
        .filter(text ->
            !text.holes().isEmpty()
                || slot.word("a telephone number")
                    .filter(word -> isPhoneNumber(word, slot.findings()))
                    .isPresent());
  }

  private static Optional<QueueDecl> queue(Slot slot) {
    return slot.fields("`queue`", "`queue: { max_wait: 5m }`")
        .flatMap(map -> {
          var music = map.take("music").flatMap(file -> file.word("the name of a sound file"));
          var wait = map.need("max_wait", "`max_wait: 5m`").flatMap(Slot::duration);
          var announce = map.take("announce").flatMap(TransferReader::announce);
          map.close();
          return wait.map(most -> new QueueDecl(music, most, announce, slot.span()));
        });
  }

  private static Optional<AnnounceDecl> announce(Slot slot) {
    return slot.fields("`announce`", "`announce: { every: 60s, say: … }`")
        .flatMap(map -> {
          var every = map.need("every", "`every: 60s`").flatMap(Slot::duration);
          var say = map.need("say", "`say:` and what callers hear").flatMap(WordingReader::wording);
          map.close();
          return every.flatMap(time -> say.map(text -> new AnnounceDecl(time, text)));
        });
  }

  /// Whether this is a number in the international form; if not, it has been said.
  static boolean isPhoneNumber(Located<String> word, Findings findings) {
    if (Scalars.isPhoneNumber(word.value())) return true;
    var finding =
        Diagnostic.of(
                Rule.BAD_NUMBER,
                word.span(),
                Quoted.of(word.value()) + " is not a telephone number in the international form")
            .withHint(
                "write `+`, the country code and the number without blanks, such as"
                    + " `\"+4930123456\"`");
    String close = word.value().replaceAll("(?<=\\d)[ ./-](?=\\d)", "");
    findings.add(
        Scalars.isPhoneNumber(close)
            ? finding.withFix(Fix.safe(word.span(), "\"" + close + "\""))
            : finding);
    return false;
  }
}
