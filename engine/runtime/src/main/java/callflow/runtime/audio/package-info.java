/// Sound between a telephone line and a voice session: other formats, other rates, and whether
/// somebody speaks.
///
/// Start at [Transcoder]; [EnergyDetector] is for voice services that do not say when the caller
/// speaks. Everything here belongs to one stream in one direction and to one thread at a time, and
/// counts time in samples. Uses `value.AudioFormat` and nothing else of ours.
@NullMarked
package callflow.runtime.audio;

import org.jspecify.annotations.NullMarked;
