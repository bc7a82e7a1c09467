package callflow.syntax;

import callflow.source.Located;

/// One entry of `on:`: an event by its name (`tool.failed`, `pay_bill.timeout`, `busy`) and what to
/// do.
public record HandlerDecl(Located<String> event, ActionDecl action) {}
