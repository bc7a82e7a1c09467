package callflow.syntax;

import java.util.List;

/// `defaults:` of a flow: what every state does unless it says otherwise.
public record DefaultsDecl(List<SilenceDecl> silence, List<HandlerDecl> on) {
  public static final DefaultsDecl NONE = new DefaultsDecl(List.of(), List.of());
}
