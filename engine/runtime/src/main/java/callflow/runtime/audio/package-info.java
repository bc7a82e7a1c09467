/// Sound between a telephone line and a voice session: who hears what, other formats, other rates,
/// and whether somebody speaks.
///
/// Start at [AudioBridge], which forwards, holds, drops and measures as the call tells it, and
/// decides nothing; then [Transcoder]. [EnergyDetector] is for voice services that do not say when
/// the caller speaks. A transcoder or detector belongs to one stream in one direction and to one
/// thread at a time, and counts time in samples.
@NullMarked
package callflow.runtime.audio;

import org.jspecify.annotations.NullMarked;
