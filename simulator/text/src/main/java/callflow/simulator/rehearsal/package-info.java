/// A model that needs no account and no network: it understands typed English by a flow's own
/// descriptions, examples and types, always in the same way, and can say why.
///
/// Start at [RehearsalModel], then [Claims] for values and [Match] for wishes. It knows only what
/// the voice session tells a real model, and asks only for what is offered. It does not converse:
/// it asks, records, chooses, calls tools and reads out their answers. English only.
@NullMarked
package callflow.simulator.rehearsal;

import org.jspecify.annotations.NullMarked;
