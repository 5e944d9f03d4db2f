/// A line of a log that is shown.
package struct LogEntry: Hashable, Sendable {
  /// What a line is.
  package enum Kind: Hashable, Sendable {
    /// A JSON object.
    case record
    /// Anything else; it belongs to the record before it.
    case text
  }

  /// The number of its source, in the order in which they were given.
  package var source: Int
  package var kind: Kind
  /// Milliseconds since 1970-01-01T00:00:00Z by which it has its place among other sources' lines:
  /// its own time, or that of the line before it; `Int64.min` where none had one.
  package var place: Int64
  /// Its own time.
  package var time: Int64?
  /// The line without its line feed.
  package var bytes: [UInt8]
  /// How many bytes of the line are left out, since it is too long.
  package var skipped = 0
}
