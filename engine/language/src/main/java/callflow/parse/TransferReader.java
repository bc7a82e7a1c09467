package callflow.parse;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Fix;
import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.TransferDecl;
import callflow.value.ScheduleName;
import callflow.value.TransferName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One entry of `transfers:`.
final class TransferReader {
  static final String EXAMPLE = "`transfers:` and below it `team: { to: \"+4930123456\" }`";

  private static final Pattern SIP = Pattern.compile("sips?:[^\\s@<>\"]+(@[^\\s@<>\"]+)?");

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
          map.close();
          return name.flatMap(transfer ->
              to.map(number -> new TransferDecl(transfer, number, mode, ring, hours, attach)));
        });
  }

  private static Optional<Located<String>> destination(Slot slot) {
    return slot.word("a telephone number")
        .filter(
            word -> SIP.matcher(word.value()).matches() || isPhoneNumber(word, slot.findings()));
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
