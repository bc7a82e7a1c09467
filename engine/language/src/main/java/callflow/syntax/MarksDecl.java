package callflow.syntax;

import callflow.source.Located;
import java.util.Optional;

/// What a state leaves in the record of a call: `milestone:` and `outcome:`.
public record MarksDecl(Optional<Located<String>> milestone, Optional<Located<String>> outcome) {}
