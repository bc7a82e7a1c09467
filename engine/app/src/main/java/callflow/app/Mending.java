package callflow.app;

import callflow.diagnostic.Diagnostic;
import callflow.diagnostic.Fix;
import callflow.source.Edit;
import callflow.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Puts right what can only have been meant in one way, on drafts: no file is touched.
///
/// A slip in a file's form hides the mistakes below it, so drafts are checked and mended again
/// until nothing more can be done. The result is the last draft that has no more errors than the
/// files have.
///
/// @param project the files as they are
/// @param mended the drafts, checked
/// @param drafts the files that change, by their path
/// @param done what was changed, in order
record Mending(
    Project project, Project mended, SequencedMap<String, SourceFile> drafts, List<Change> done) {
  /// A file that still has slips after so many rounds is better looked at.
  static final int MAX_ROUNDS = 50;

  /// One finding that a draft puts right.
  record Change(Diagnostic finding, List<Edit> edits) {}

  static Mending of(ProjectFiles files) {
    var project = Project.loadAll(files);
    var best = new Mending(project, project, new LinkedHashMap<>(), List.of());
    var draft = best;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      var next = draft.mendedOnce(files);
      if (next.done().size() == draft.done().size()) break;
      draft = next;
      if (errors(draft.mended()) <= errors(project)) best = draft;
    }
    return best;
  }

  private Mending mendedOnce(ProjectFiles files) {
    var edits = new LinkedHashMap<String, List<Edit>>();
    var all = new ArrayList<>(done);
    for (Diagnostic finding : mended.findings()) {
      String file = finding.span().file();
      var fix = Fix.of(finding, mended.source(file)).filter(Fix::safe);
      if (fix.isEmpty()) continue;
      var already = edits.computeIfAbsent(file, _ -> new ArrayList<>());
      if (!Edit.fits(fix.get().edits(), already)) continue;
      already.addAll(fix.get().edits());
      all.add(new Change(finding, fix.get().edits()));
    }
    var changed = new LinkedHashMap<>(drafts);
    edits.forEach((file, some) -> changed.put(file, Edit.all(source(mended, file), some)));
    return new Mending(project, Project.loadAll(files, changed), changed, all);
  }

  private static SourceFile source(Project project, String file) {
    return project.source(file).orElseThrow();
  }

  static long errors(Project project) {
    return project.findings().stream().filter(Diagnostic::isError).count();
  }

  /// A unified diff of all files that change; empty when none does.
  String diff() {
    var text = new StringBuilder();
    for (Map.Entry<String, SourceFile> draft : drafts.entrySet()) {
      String before = source(project, draft.getKey()).text();
      text.append(LineDiff.of(draft.getKey(), before, draft.getValue().text()));
    }
    return text.toString();
  }

  /// As in "changed 3 places in 2 files".
  String summary(String deed) {
    if (done.isEmpty()) return "there is nothing to put right that is beyond doubt";
    return deed
        + " "
        + Summary.counted(done.size(), "place")
        + " in "
        + Summary.counted(drafts.size(), "file");
  }

  /// One line for each change: place, what it is now, and the rule.
  List<String> told() {
    return done.stream().map(Mending::told).toList();
  }

  private static String told(Change change) {
    var finding = change.finding();
    return finding.span() + ": " + deed(change) + " [" + finding.rule().slug() + "]";
  }

  private static String deed(Change change) {
    var edits = change.edits();
    Optional<String> only =
        edits.size() == 1 ? Optional.of(edits.getFirst().text()) : Optional.empty();
    if (only.isEmpty()) return "changed " + Summary.counted(edits.size(), "place");
    if (only.get().isEmpty()) return "took out a line that stands there twice";
    return only.get().isBlank() ? "put in a blank" : "wrote `" + only.get() + "`";
  }
}
