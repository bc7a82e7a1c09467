package callflow.simulator.scenario;

import callflow.source.Span;
import java.util.Optional;

/// A place where a call went otherwise than its scenario says.
///
/// @param place the line of the scenario that doesn't hold
/// @param expected what it says, as a sentence
/// @param actual what is so instead
/// @param nearest the nearest thing that did happen, when anything came near
public record Failure(Span place, String expected, String actual, Optional<String> nearest) {}
