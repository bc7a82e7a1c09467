package callflow.program;

import callflow.expression.Expression;
import callflow.value.ChoiceName;
import java.util.List;
import java.util.Optional;

/// A move the caller may ask for: a choice of the state, or an `anywhere` entry.
///
/// @param description what the caller wants then, in the words of the file
/// @param key the telephone key that asks for it
/// @param anywhere leaves at once, even while tools of the turn are running
/// @param repeat says the last thing again and stays
public record Move(
    ChoiceName name,
    ByLanguage<String> description,
    ByLanguage<List<String>> examples,
    Optional<Character> key,
    Optional<Expression> guard,
    boolean anywhere,
    boolean repeat,
    Action action) {}
