/// Numbers about the language and the interpreter, each beside something everybody knows.
@NullMarked
package callflow.bench;

import org.jspecify.annotations.NullMarked;
