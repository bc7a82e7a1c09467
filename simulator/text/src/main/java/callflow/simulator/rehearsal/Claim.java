package callflow.simulator.rehearsal;

import callflow.value.Value;
import callflow.value.VariableName;

/// A value of the sentence that was taken for a variable, and why.
record Claim(VariableName variable, Value value, Found found, String why) {}
