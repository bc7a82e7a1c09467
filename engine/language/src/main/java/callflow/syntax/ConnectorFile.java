package callflow.syntax;

import callflow.expression.Template;
import callflow.source.Located;
import callflow.source.Span;
import callflow.value.ConnectorName;
import callflow.value.Effect;
import callflow.value.Type;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One `*.connector.yaml` as its author wrote it: an outside system and the operations we use of
/// it.
public record ConnectorFile(
    Located<ConnectorName> name, Backend backend, List<OperationDecl> operations) {

  /// How the outside system is reached.
  public sealed interface Backend {
    /// `kind: http`.
    ///
    /// @param baseUrl a literal URL or `env:NAME`
    record Http(
        Located<String> baseUrl,
        AuthDecl auth,
        Optional<Located<Duration>> timeout,
        boolean allowPrivate)
        implements Backend {}

    /// `kind: sql`; user and password are literals or `env:NAME`, the password `env:NAME` only.
    record Sql(
        Located<String> url,
        Optional<Located<String>> user,
        Optional<Located<String>> password,
        Optional<Located<Duration>> timeout)
        implements Backend {}
  }

  /// `auth:`; secrets are references such as `env:BILLING_TOKEN`.
  public sealed interface AuthDecl {
    record None() implements AuthDecl {}

    record Bearer(Located<String> token) implements AuthDecl {}

    record Basic(Located<String> user, Located<String> password) implements AuthDecl {}
  }

  /// One entry of `operations:`.
  ///
  /// @param errors status or vendor condition -> error code of ours, as written (`404: not_found`)
  public record OperationDecl(
      Located<String> name,
      Optional<Located<String>> describe,
      Located<Effect> effect,
      List<FieldDecl> input,
      List<FieldDecl> output,
      Optional<Located<Duration>> timeout,
      boolean honoursKey,
      List<ErrorDecl> errors,
      Optional<Request> request,
      List<ReplyDecl> mock) {}

  /// One argument or one field of the result.
  ///
  /// @param from for results: an expression over `body` (HTTP) or `rows` (SQL); empty means the
  ///   field of the same name
  public record FieldDecl(
      Located<String> name,
      Located<Type> type,
      boolean required,
      boolean sensitive,
      Optional<Located<String>> describe,
      Optional<Template> from) {}

  /// `404: not_found`, or `none: not_found` for a query without rows.
  public record ErrorDecl(Located<String> when, Located<String> code) {}

  /// What is sent.
  public sealed interface Request {
    Span span();

    /// An HTTP request; values are templates over the input.
    record HttpRequest(
        Located<String> method,
        Template path,
        List<ToolDecl.ArgumentDecl> query,
        List<ToolDecl.ArgumentDecl> headers,
        Optional<BodyDecl> body,
        Span span)
        implements Request {}

    /// A statement with `:name` parameters.
    record Statement(Located<String> sql, Optional<Located<Integer>> maxRows, Span span)
        implements Request {}
  }

  /// A JSON body with templates in its leaves.
  public sealed interface BodyDecl {
    record Leaf(Template value) implements BodyDecl {}

    record Members(List<Member> members) implements BodyDecl {}

    record Elements(List<BodyDecl> items) implements BodyDecl {}

    /// A number, true or false as written.
    record Constant(callflow.value.Value value) implements BodyDecl {}
  }

  public record Member(Located<String> name, BodyDecl value) {}
}
