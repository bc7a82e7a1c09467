package callflow.syntax;

import callflow.source.Located;
import callflow.value.ScheduleName;
import callflow.value.TransferName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// One entry of `transfers:`.
///
/// @param mode `cold`, `warm` or `refer`
public record TransferDecl(
    Located<TransferName> name,
    Located<String> to,
    Optional<Located<String>> mode,
    Optional<Located<Duration>> ring,
    Optional<Located<ScheduleName>> hours,
    List<ToolDecl.ArgumentDecl> attach) {}
