package callflow.syntax;

import java.util.List;

/// `defaults:` of a flow: what every state does unless it says otherwise.
///
/// @param noMatch what happens after turns of the caller that bring nothing, one after the other
public record DefaultsDecl(
    List<SilenceDecl> silence, List<ActionDecl> noMatch, List<HandlerDecl> on) {
  public static final DefaultsDecl NONE = new DefaultsDecl(List.of(), List.of(), List.of());
}
