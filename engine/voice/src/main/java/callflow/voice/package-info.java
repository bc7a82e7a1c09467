/// Our words for a voice session, and the two dialects of the Grok service as pure codecs.
///
/// Start at [VoiceDialect]: it turns a [VoiceRequest] into frames and a frame into a [VoiceSignal];
/// [Briefing] writes what a state wants for the model, and [BriefReading] and [SchemaReading] read
/// it again for whoever plays the model. [AudioFrames] is the way past all of it, for sound. No
/// sockets, no clocks, no state: who may speak when is for the session that uses a dialect.
@NullMarked
package callflow.voice;

import org.jspecify.annotations.NullMarked;
