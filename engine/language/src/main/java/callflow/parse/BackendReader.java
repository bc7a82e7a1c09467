package callflow.parse;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.ConnectorFile.AuthDecl;
import callflow.syntax.ConnectorFile.Backend;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// How a connector's outside system is reached.
final class BackendReader {
  private static final Pattern REFERENCE = Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern WEB_ADDRESS = Pattern.compile("https?://\\S+");
  private static final Pattern ACCOUNT_IN_ADDRESS =
      Pattern.compile("(?i).*(://[^/?#]*:[^/?#]*@|[?&;](password|pwd|token)=).*");

  private BackendReader() {}

  /// @param kind `http` or `sql`
  static Optional<Backend> read(MapReader map, String kind) {
    return kind.equals("sql") ? sql(map) : http(map);
  }

  private static Optional<Backend> http(MapReader map) {
    Optional<Located<String>> address =
        map.need("base_url", "`base_url: https://…` or `base_url: env:NAME`")
            .flatMap(BackendReader::webAddress);
    Optional<Slot> auth = map.take("auth");
    Optional<AuthDecl> account =
        auth.isEmpty() ? Optional.of(new AuthDecl.None()) : auth.flatMap(BackendReader::auth);
    var timeout = map.take("timeout").flatMap(Slot::duration);
    boolean allowPrivate = map.flag("allow_private", false);
    return address.flatMap(
        url -> account.map(known -> new Backend.Http(url, known, timeout, allowPrivate)));
  }

  private static Optional<Backend> sql(MapReader map) {
    Optional<Located<String>> url =
        map.need("url", "`url: jdbc:…` or `url: env:NAME`")
            .flatMap(slot ->
                slot.word("the address of a database")
                    .filter(word -> hidesNothing(word, slot.findings())));
    var user = map.take("user").flatMap(Slot::word);
    var password = map.take("password").flatMap(BackendReader::secret);
    var timeout = map.take("timeout").flatMap(Slot::duration);
    return url.map(address -> new Backend.Sql(address, user, password, timeout));
  }

  private static Optional<Located<String>> webAddress(Slot slot) {
    Optional<Located<String>> word =
        slot.word("an address such as `https://api.example.com`")
            .filter(url -> hidesNothing(url, slot.findings()));
    boolean fits =
        word.map(Located::value)
            .filter(url -> WEB_ADDRESS.matcher(url).matches() || REFERENCE.matcher(url).matches())
            .isPresent();
    if (word.isPresent() && !fits) {
      slot.mismatch("a web address", "write `https://…`, or `env:NAME` to keep it out of the file");
      return Optional.empty();
    }
    return word;
  }

  /// Whether the address is without a password; if not, it has been said.
  static boolean hidesNothing(Located<String> address, Findings findings) {
    if (!ACCOUNT_IN_ADDRESS.matcher(address.value()).matches()) return true;
    findings.add(
        Rule.SECRET_LITERAL,
        address.span(),
        "this address holds a password in clear text",
        "take it out of the address; an account is named beside it, as `env:NAME`");
    return false;
  }

  private static Optional<AuthDecl> auth(Slot slot) {
    return slot.fields("`auth`", "`auth: { kind: bearer, token: env:NAME }`")
        .flatMap(map -> {
          Optional<Located<String>> kind =
              map.need("kind", "`kind: bearer` or `kind: basic`")
                  .flatMap(word -> word.oneOf(List.of("bearer", "basic")));
          Optional<AuthDecl> auth = kind.flatMap(word -> auth(map, word.value()));
          if (kind.isEmpty()) map.ignore(List.of("token", "user", "password"));
          map.close();
          return auth;
        });
  }

  private static Optional<AuthDecl> auth(MapReader map, String kind) {
    if (kind.equals("bearer")) {
      return map.need("token", "`token: env:NAME`")
          .flatMap(BackendReader::secret)
          .map(AuthDecl.Bearer::new);
    }
    var user = map.need("user", "`user: name` or `user: env:NAME`").flatMap(Slot::word);
    var password = map.need("password", "`password: env:NAME`").flatMap(BackendReader::secret);
    return user.flatMap(name -> password.map(word -> new AuthDecl.Basic(name, word)));
  }

  /// A reference to a secret, never the secret itself; what was written is not repeated.
  private static Optional<Located<String>> secret(Slot slot) {
    return slot.word("a reference such as `env:NAME`")
        .filter(word -> {
          if (REFERENCE.matcher(word.value()).matches()) return true;
          slot.findings()
              .add(
                  Rule.SECRET_LITERAL,
                  word.span(),
                  "`" + slot.name() + "` is written here in clear text",
                  "write `env:NAME`, put the secret into that environment variable, and change it "
                      + "where it was issued, for it may have been read already");
          return false;
        });
  }
}
