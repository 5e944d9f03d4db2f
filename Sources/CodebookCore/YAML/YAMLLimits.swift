/// Bounds on what the reader takes, so that no input costs more than it says.
package struct YAMLLimits: Sendable {
  /// The largest source, in bytes.
  package var bytes = 64 << 20
  /// The deepest nesting of collections.
  package var depth = 64
  /// How many nodes all aliases of a document may stand for together.
  package var aliasedNodes = 10_000

  package init() {}
}
