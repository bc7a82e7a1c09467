package callflow.compile;

import callflow.check.Callee;
import callflow.check.FlowChecker;
import callflow.check.ToolCatalog;
import callflow.diagnostic.Checked;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.parse.FlowParser;
import callflow.parse.Library;
import callflow.source.Located;
import callflow.source.SourceFile;
import callflow.syntax.CallDecl;
import callflow.syntax.FlowFile;
import callflow.value.FlowName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads and checks one flow with all the files it names, each of them once.
final class Compilation {
  private static final String FLOW = ".flow.yaml";

  /// A flow that others call lies beside them, or in a folder of this name there or further up.
  private static final String SHARED = "shared/";

  private static final int FOLDERS_UP = 4;

  /// Flows that call each other one below the other.
  static final int MAX_DEPTH = 8;

  /// States of a flow with those of all it calls: a call is bounded by its states.
  static final int MAX_STATES = 5_000;

  private final ToolCatalog catalog;
  private final Library library;
  private final Deque<String> open = new ArrayDeque<>();
  private final Map<String, Unit> done = new HashMap<>();

  Compilation(ToolCatalog catalog, Library library) {
    this.catalog = catalog;
    var read = new HashMap<String, Optional<Checked<SourceFile>>>();
    this.library = path -> read.computeIfAbsent(path, library::file);
  }

  Library library() {
    return library;
  }

  Unit unit(SourceFile source) {
    open.push(source.path());
    var parsed = FlowParser.parse(source, library);
    var findings = new ArrayList<>(parsed.diagnostics());
    var callees = new LinkedHashMap<FlowName, Unit>();
    parsed.value().ifPresent(flow -> callees(source, flow, callees, findings));
    boolean whole = findings.stream().noneMatch(Diagnostic::isError);
    var known = Unit.known(callees);
    parsed
        .value()
        .ifPresent(flow -> findings.addAll(Included.told(check(flow, known, whole), flow)));
    callees.values().forEach(callee -> findings.addAll(callee.findings()));
    if (findings.stream().noneMatch(Diagnostic::isError)) {
      parsed.value().ifPresent(flow -> findings.addAll(FlowChecker.unusable(flow, catalog)));
    }
    open.pop();
    var callee =
        parsed
            .value()
            .filter(_ -> !open.isEmpty())
            .map(flow -> Callee.of(flow, catalog, known, whole));
    var unit = new Unit(source, parsed.value(), told(findings), callees, callee);
    done.put(source.path(), unit);
    return unit;
  }

  /// Beside errors, notes would only draw the eye away.
  private static List<Diagnostic> told(List<Diagnostic> findings) {
    boolean failed = findings.stream().anyMatch(Diagnostic::isError);
    return FlowChecker.sorted(
        findings.stream()
            .filter(it -> !failed || it.severity() != Diagnostic.Severity.NOTE)
            .toList());
  }

  private List<Diagnostic> check(FlowFile flow, Map<FlowName, Callee> callees, boolean whole) {
    return whole
        ? FlowChecker.check(flow, catalog, callees)
        : FlowChecker.checkRemains(flow, catalog, callees);
  }

  private void callees(
      SourceFile source, FlowFile flow, Map<FlowName, Unit> callees, List<Diagnostic> findings) {
    long states = flow.states().size();
    for (var state : flow.states()) {
      if (state.call().isEmpty()) continue;
      CallDecl call = state.call().get();
      callee(source, call.flow(), findings)
          .ifPresent(unit -> callees.put(call.flow().value(), unit));
      Unit called = callees.get(call.flow().value());
      if (called != null) states += called.states() + 1L;
      if (states > MAX_STATES) {
        findings.add(tooMany(call.flow()));
        return;
      }
    }
  }

  private Optional<Unit> callee(
      SourceFile source, Located<FlowName> name, List<Diagnostic> findings) {
    for (String path : paths(source, name.value())) {
      if (open.contains(path)) {
        findings.add(circle(name, path));
        return Optional.empty();
      }
      Unit known = done.get(path);
      if (known != null) return Optional.of(known);
      var file = library.file(path);
      if (file.isPresent()) return callee(file.get(), name, findings);
    }
    findings.add(unknown(name));
    return Optional.empty();
  }

  private Optional<Unit> callee(
      Checked<SourceFile> file, Located<FlowName> name, List<Diagnostic> findings) {
    findings.addAll(file.diagnostics());
    if (!(file instanceof Checked.Passed<SourceFile>(var source, _))) return Optional.empty();
    if (open.size() >= MAX_DEPTH) {
      findings.add(tooDeep(name));
      return Optional.empty();
    }
    Unit unit = unit(source);
    var written = unit.flow().map(FlowFile::name);
    if (written.isPresent() && !written.get().value().equals(name.value())) {
      findings.add(renamed(name, written.get()));
    }
    return Optional.of(unit);
  }

  /// Where a flow of this name may lie, the nearest place first.
  private static List<String> paths(SourceFile source, FlowName name) {
    var paths = new ArrayList<String>();
    paths.add(source.beside(name + FLOW));
    String up = "";
    for (int i = 0; i < FOLDERS_UP; i++, up += "../") {
      paths.add(source.beside(up + SHARED + name + FLOW));
    }
    return paths;
  }

  private static Diagnostic unknown(Located<FlowName> name) {
    return Diagnostic.of(
            Rule.UNKNOWN_SUB_FLOW,
            name.span(),
            "the flow `" + name.value() + "` is called, but there is no such flow")
        .withHint(
            "a flow that is called stands in a file `"
                + name.value()
                + FLOW
                + "` beside this one, or in a folder `shared` here or further up");
  }

  private static Diagnostic circle(Located<FlowName> name, String path) {
    return Diagnostic.of(
            Rule.CIRCULAR_SUB_FLOW,
            name.span(),
            "the flow `" + name.value() + "` is called here, and comes back here by its own calls")
        .withHint("go to a state of this flow instead; `" + path + "` can't be part of itself");
  }

  private static Diagnostic tooDeep(Located<FlowName> name) {
    return Diagnostic.of(
            Rule.CIRCULAR_SUB_FLOW,
            name.span(),
            "the flow `" + name.value() + "` would be the " + (MAX_DEPTH + 1) + "th in a row")
        .withHint("flows may call each other at most " + MAX_DEPTH + " deep");
  }

  private static Diagnostic tooMany(Located<FlowName> name) {
    return Diagnostic.of(
            Rule.CIRCULAR_SUB_FLOW,
            name.span(),
            "with the flow `" + name.value() + "` this one has more than " + MAX_STATES + " states")
        .withHint("call fewer flows, or smaller ones");
  }

  private static Diagnostic renamed(Located<FlowName> name, Located<FlowName> written) {
    return Diagnostic.of(
            Rule.UNKNOWN_SUB_FLOW,
            name.span(),
            "the file `" + name.value() + FLOW + "` holds the flow `" + written.value() + "`")
        .withHint("give the file and the flow in it the same name")
        .withRelated(written.span(), "its name");
  }
}
