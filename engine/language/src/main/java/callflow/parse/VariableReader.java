package callflow.parse;

import callflow.source.Located;
import callflow.syntax.CheckDecl;
import callflow.syntax.VariableDecl;
import callflow.value.VariableName;
import java.util.Optional;

/// One entry of `variables:`.
final class VariableReader {
  static final String EXAMPLE = "`variables:` and below it `account: { type: digits, length: 8 }`";

  private VariableReader() {}

  static Optional<VariableDecl> read(Keyed entry) {
    var name = entry.name(VariableName::new);
    String owner = "the variable `" + entry.value().name() + "`";
    return entry
        .value()
        .fields(owner, "`{ type: text }`")
        .flatMap(map -> {
          var describe = map.take("describe").flatMap(Slot::sentence);
          boolean sensitive = map.flag("sensitive", false);
          boolean secret = map.flag("secret", false);
          var initial =
              map.take("initial")
                  .flatMap(slot ->
                      UntypedValues.read(slot).map(value -> new Located<>(value, slot.span())));
          var check = map.take("check").flatMap(VariableReader::check);
          var type = TypeReader.read(map);
          map.close();
          return name.flatMap(known ->
              type.map(found ->
                  new VariableDecl(known, found, describe, sensitive, secret, initial, check)));
        });
  }

  private static Optional<CheckDecl> check(Slot slot) {
    return slot.fields("`check`", "`{ if: age(birth_date) >= 18 }`")
        .flatMap(map -> {
          var condition =
              map.need("if", "`if:` and a condition such as `age(birth_date) >= 18`")
                  .flatMap(Slot::expression);
          var otherwise =
              map.need("otherwise", "`otherwise:` and what callers are told, on a line of its own")
                  .flatMap(WordingReader::wording);
          map.close();
          return condition.flatMap(it -> otherwise.map(text -> new CheckDecl(it, text)));
        });
  }
}
