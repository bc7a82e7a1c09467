package callflow.compile;

import callflow.check.Hidden;
import callflow.check.ToolCatalog;
import callflow.program.ReportField;
import callflow.syntax.FlowFile;
import java.util.SequencedMap;

/// The fields of the call's record.
final class ReportLowering {
  private ReportLowering() {}

  static SequencedMap<String, ReportField> lower(FlowFile flow, ToolCatalog catalog) {
    var hidden = Hidden.of(flow, catalog);
    return Lowering.named(
        flow.report(),
        field -> field.name().value(),
        field -> new ReportField(field.value(), hidden.in(field.value()).isPresent()));
  }
}
