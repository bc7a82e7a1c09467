/// The connectors of a project: checked, catalogued for the flows that use them, and opened.
///
/// Start at [Connectors]. [ConnectorFileChecker] says what is wrong with a file, [PackCatalog]
/// tells the checker of flows what there is, without a network. A third kind of connector gets a
/// room beside `http` and `sql` and one line in each of these.
@NullMarked
package callflow.connector.pack;

import org.jspecify.annotations.NullMarked;
