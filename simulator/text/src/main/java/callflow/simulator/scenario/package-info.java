/// Plays scenario files: the tests a flow's author writes.
///
/// Start at [ScenarioRunner]; [ScenarioChecker] finds what is wrong with a scenario before it is
/// played. Uses `drive` and `rehearsal`; how results look is for `report` to say.
@NullMarked
package callflow.simulator.scenario;

import org.jspecify.annotations.NullMarked;
