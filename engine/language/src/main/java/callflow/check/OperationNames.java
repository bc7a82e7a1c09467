package callflow.check;

import callflow.diagnostic.Rule;
import callflow.source.Located;
import callflow.syntax.FlowFile;
import callflow.syntax.ToolDecl;
import callflow.value.ConnectorName;
import callflow.value.OperationRef;
import java.util.HashSet;

/// Every operation a tool uses is one of a connector that is there.
record OperationNames() implements FlowRule {

  @Override
  public void check(Context context, Findings findings) {
    for (ToolDecl tool : context.flow().tools()) {
      require(context.catalog(), findings, tool.name().value().value(), tool.use());
    }
  }

  private static void require(
      ToolCatalog catalog, Findings findings, String tool, Located<OperationRef> use) {
    var connector = use.value().connector();
    if (catalog.damaged().contains(connector) || catalog.operation(use.value()).isPresent()) return;
    if (catalog.connectors().contains(connector)) {
      operation(catalog, findings, tool, use);
    } else {
      connector(catalog, findings, tool, use);
    }
  }

  /// One finding for each broken connector the flow relies on.
  static void damaged(FlowFile flow, ToolCatalog catalog, Findings findings) {
    var told = new HashSet<ConnectorName>();
    for (ToolDecl tool : flow.tools()) {
      var connector = tool.use().value().connector();
      boolean broken =
          catalog.damaged().contains(connector) && catalog.operation(tool.use().value()).isEmpty();
      if (!broken || !told.add(connector)) continue;
      findings.add(
          Rule.BAD_CONNECTOR,
          tool.use().span(),
          "tool `"
              + tool.name().value()
              + "` uses connector `"
              + connector
              + "`, whose own file has errors",
          "put `" + connector + ".connector.yaml` right first");
    }
  }

  private static void connector(
      ToolCatalog catalog, Findings findings, String tool, Located<OperationRef> use) {
    var connector = use.value().connector();
    findings.unknown(
        Rule.UNKNOWN_CONNECTOR,
        use.span(),
        connector.value(),
        "tool `" + tool + "` uses connector `" + connector + "`, but there is no such connector",
        "connectors",
        catalog.connectors().stream().map(Object::toString).sorted().toList(),
        "describe it in `" + connector + ".connector.yaml` beside the flow");
  }

  private static void operation(
      ToolCatalog catalog, Findings findings, String tool, Located<OperationRef> use) {
    var connector = use.value().connector();
    var names = catalog.operations(connector).stream().map(OperationRef::operation).toList();
    findings.unknown(
        Rule.UNKNOWN_OPERATION,
        use.span(),
        use.value().operation(),
        "tool `"
            + tool
            + "` uses `"
            + use.value()
            + "`, but connector `"
            + connector
            + "` has no operation `"
            + use.value().operation()
            + "`",
        "operations of `" + connector + "`",
        names,
        "describe it under `operations:` in `" + connector + ".connector.yaml`");
  }
}
