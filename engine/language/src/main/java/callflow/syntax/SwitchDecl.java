package callflow.syntax;

import callflow.source.Located;
import callflow.value.SwitchName;

/// One entry of `switches:` in a flow: what somebody may throw while calls come in.
public record SwitchDecl(Located<SwitchName> name, Located<String> describe) {}
