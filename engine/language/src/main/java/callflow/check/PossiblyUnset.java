package callflow.check;

import callflow.check.Reads.Read;
import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Rule;
import callflow.source.Span;
import callflow.syntax.StateDecl;
import callflow.value.StateName;
import callflow.value.Type;
import callflow.value.Types;
import callflow.value.VariableName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a state uses has a value on every way a call can come to it.
///
/// For each value the ways are followed on which it has none, from where the call begins or where
/// it is cleared, up to the first state that uses it; what comes after that state is the same
/// mistake once more.
record PossiblyUnset() implements FlowRule {
  /// States a message names of a longer way: the first and the last ones.
  private static final int MOST_NAMED = 6;

  @Override
  public void check(Context context, Findings findings) {
    new Search(context, findings).run();
  }

  /// A state to which a call can come without the value, and the state before it.
  private record Step(StateName state, List<StateName> way) {}

  /// The search over one flow.
  private static final class Search {
    private final Context context;
    private final Findings findings;
    private final Graph graph;
    private final Map<StateName, Uses> uses = new LinkedHashMap<>();
    private final Set<Span> told = new HashSet<>();

    Search(Context context, Findings findings) {
      this.context = context;
      this.findings = findings;
      graph = Graph.of(context);
      var reachable = graph.reachable(List.of(context.flow().start().value()));
      for (StateDecl state : context.flow().states()) {
        if (!reachable.contains(state.name().value())) continue;
        uses.put(state.name().value(), Uses.of(context, state));
      }
    }

    void run() {
      for (var variable : context.flow().variables()) {
        var name = variable.name().value();
        boolean handedOver =
            context.flow().reuse().inputs().stream().anyMatch(it -> it.value().equals(name));
        follow(name.value(), variable.initial().isEmpty() && !handedOver);
      }
      for (String path : fields()) follow(path, true);
    }

    /// Fields that what brings them need not bring, as far as they are used.
    private Set<String> fields() {
      var fields = new LinkedHashSet<String>();
      uses.values().stream()
          .flatMap(use -> use.reads().stream())
          .map(Read::path)
          .filter(path -> path.contains(".") && isOptional(path))
          .forEach(fields::add);
      return fields;
    }

    private boolean isOptional(String path) {
      var names = List.of(path.split("[.]", -1));
      var variable = new VariableName(names.getFirst());
      if (context.variable(variable).filter(it -> it.initial().isEmpty()).isEmpty()) return false;
      Type owner = context.type(variable);
      for (int i = 1; i < names.size(); i++) {
        String name = names.get(i);
        var field = Types.fieldsOf(owner).map(struct -> struct.fields().get(name));
        if (field.isEmpty()) return false;
        if (i == names.size() - 1) return !field.get().required();
        owner = field.get().type();
      }
      return false;
    }

    /// @param atFirst whether it has no value when the call begins
    private void follow(String path, boolean atFirst) {
      var seen = new HashSet<StateName>();
      var open = new ArrayDeque<Step>();
      if (atFirst) open.add(new Step(context.flow().start().value(), List.of()));
      uses.forEach((state, use) -> {
        if (use.cleared().anyMatch(path::equals)) open.add(new Step(state, List.of()));
        for (Edge edge : graph.from(state)) {
          boolean forgets =
              edge.action().clear().stream().anyMatch(it -> it.value().value().equals(path));
          if (forgets && !setBy(edge, path)) open.add(new Step(edge.to(), List.of(state)));
        }
      });
      while (!open.isEmpty()) {
        var step = open.remove();
        if (!seen.add(step.state()) || !uses.containsKey(step.state())) continue;
        var way = new ArrayList<>(step.way());
        way.add(step.state());
        var read = first(step.state(), path);
        if (read.isPresent()) {
          report(path, read.get(), way);
          continue;
        }
        for (Edge edge : graph.from(step.state())) {
          // The end of a detour leads back to where it began, whose values are as they were.
          boolean back = edge.cause() instanceof Edge.Cause.Resume;
          if (!back && !uses.get(step.state()).given(edge).contains(path)) {
            open.add(new Step(edge.to(), way));
          }
        }
      }
    }

    private static boolean setBy(Edge edge, String path) {
      return edge.action().set().stream()
          .anyMatch(set -> set.variable().value().value().equals(path));
    }

    private Optional<Read> first(StateName state, String path) {
      return Optional.ofNullable(uses.get(state)).stream()
          .flatMap(use -> use.reads().stream())
          .filter(read -> read.path().equals(path))
          .findFirst();
    }

    private void report(String path, Read read, List<StateName> way) {
      if (!told.add(read.span())) return;
      findings.add(path.contains(".") ? field(path, read, way) : variable(path, read, way));
    }

    private static Diagnostic field(String path, Read read, List<StateName> way) {
      String owner = path.substring(0, path.lastIndexOf('.'));
      String name = path.substring(path.lastIndexOf('.') + 1);
      return Diagnostic.of(
              Rule.POSSIBLY_UNSET,
              read.span(),
              "`"
                  + path
                  + "` may have no value when state `"
                  + way.getLast()
                  + "` uses it: what brings `"
                  + owner
                  + "` need not bring `"
                  + name
                  + "`")
          .withHint("go here only if `known(" + path + ")`, or do without it");
    }

    private Diagnostic variable(String path, Read read, List<StateName> way) {
      String message =
          "`"
              + path
              + "` may have no value when state `"
              + way.getLast()
              + "` uses it"
              + (way.size() == 1 ? "" : ": a call can come by " + words(way) + " without it");
      var finding =
          Diagnostic.of(Rule.POSSIBLY_UNSET, read.span(), message)
              .withHint(
                  "collect or set it before, give it an `initial` value, or go here only if `known("
                      + path
                      + ")`");
      for (var tool : context.flow().tools()) {
        for (var save : tool.save()) {
          boolean its = save.variable().value().value().equals(path);
          if (its && !Answered.isBrought(save.value(), context.answer(tool))) {
            finding = finding.withRelated(save.value().span(), "what saves it need not bring it");
          }
        }
      }
      return finding;
    }

    private static String words(List<StateName> way) {
      if (way.size() <= MOST_NAMED) return joined(way);
      int half = MOST_NAMED / 2;
      return joined(way.subList(0, half))
          + ", …, "
          + joined(way.subList(way.size() - half, way.size()));
    }

    private static String joined(List<StateName> states) {
      return states.stream().map(Words::quoted).collect(Collectors.joining(", "));
    }
  }
}
