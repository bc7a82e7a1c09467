package callflow.connector.operation;

import static callflow.connector.operation.Sample.at;
import static callflow.connector.operation.Sample.template;

import callflow.source.Located;
import callflow.syntax.ConnectorFile.BodyDecl;
import callflow.syntax.ConnectorFile.ErrorDecl;
import callflow.syntax.ConnectorFile.FieldDecl;
import callflow.syntax.ConnectorFile.OperationDecl;
import callflow.syntax.ConnectorFile.Request;
import callflow.syntax.ReplyDecl;
import callflow.syntax.ToolDecl.ArgumentDecl;
import callflow.value.Effect;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Builds one operation of a connector file, as an author could have written it.
public final class AnOperation {
  private final String name;
  private Effect effect = Effect.READS;
  private boolean honoursKey;
  private Optional<Located<Duration>> timeout = Optional.empty();
  private final List<FieldDecl> input = new ArrayList<>();
  private final List<FieldDecl> output = new ArrayList<>();
  private final List<ErrorDecl> errors = new ArrayList<>();
  private final List<ReplyDecl> mock = new ArrayList<>();
  private Optional<String> method = Optional.empty();
  private String path = "";
  private final List<ArgumentDecl> query = new ArrayList<>();
  private final List<ArgumentDecl> headers = new ArrayList<>();
  private Optional<BodyDecl> body = Optional.empty();
  private Optional<String> sql = Optional.empty();
  private Optional<Located<Integer>> maxRows = Optional.empty();

  private AnOperation(String name) {
    this.name = name;
  }

  public static AnOperation named(String name) {
    return new AnOperation(name);
  }

  public AnOperation effect(Effect effect) {
    this.effect = effect;
    return this;
  }

  public AnOperation honoursKey() {
    honoursKey = true;
    return this;
  }

  public AnOperation timeout(Duration timeout) {
    this.timeout = Optional.of(at(timeout));
    return this;
  }

  public AnOperation input(String name) {
    return input(name, Types.TEXT, true);
  }

  public AnOperation input(String name, Type type, boolean required) {
    input.add(field(name, type, required, Optional.empty()));
    return this;
  }

  public AnOperation output(String name, Type type) {
    output.add(field(name, type, true, Optional.empty()));
    return this;
  }

  public AnOperation output(String name, Type type, String from) {
    output.add(field(name, type, true, Optional.of(from)));
    return this;
  }

  public AnOperation optionalOutput(String name, Type type) {
    output.add(field(name, type, false, Optional.empty()));
    return this;
  }

  private static FieldDecl field(String name, Type type, boolean required, Optional<String> from) {
    return new FieldDecl(
        at(name), at(type), required, false, Optional.empty(), from.map(Sample::template));
  }

  public AnOperation error(String when, String code) {
    errors.add(new ErrorDecl(at(when), at(code)));
    return this;
  }

  public AnOperation http(String method, String path) {
    this.method = Optional.of(method);
    this.path = path;
    return this;
  }

  public AnOperation query(String name, String value) {
    query.add(new ArgumentDecl(at(name), template(value)));
    return this;
  }

  public AnOperation header(String name, String value) {
    headers.add(new ArgumentDecl(at(name), template(value)));
    return this;
  }

  public AnOperation body(BodyDecl body) {
    this.body = Optional.of(body);
    return this;
  }

  public AnOperation sql(String sql) {
    this.sql = Optional.of(sql);
    return this;
  }

  public AnOperation maxRows(int most) {
    maxRows = Optional.of(at(most));
    return this;
  }

  public AnOperation reply(Value.Fields when, Value.Fields output) {
    return mock(when, new ReplyDecl.Outcome.Reply(output));
  }

  public AnOperation fail(String how) {
    return mock(Value.Fields.NONE, new ReplyDecl.Outcome.Fail(at(how)));
  }

  private AnOperation mock(Value.Fields when, ReplyDecl.Outcome outcome) {
    mock.add(new ReplyDecl(when, outcome, Optional.empty(), Sample.PLACE));
    return this;
  }

  public OperationDecl written() {
    Optional<Request> web =
        method.map(m ->
            new Request.HttpRequest(at(m), template(path), query, headers, body, Sample.PLACE));
    Optional<Request> statement =
        sql.map(text -> new Request.Statement(at(text), maxRows, Sample.PLACE));
    return new OperationDecl(
        at(name),
        Optional.empty(),
        at(effect),
        input,
        output,
        timeout,
        honoursKey,
        errors,
        web.or(() -> statement),
        mock);
  }
}
