/// A JSON value to be written; numbers are whole ones only.
package indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case string(String)
  case array([JSONValue])
  /// A list whose items are made as they are written, so that they never exist all at once.
  case list(count: Int, item: @Sendable (Int) -> JSONValue)
  /// Members in any order; both forms of output sort them by name.
  case object([(String, JSONValue)])

  /// Sorted names, no insignificant white space, the shortest escapes: one value, one text.
  package var canonical: [UInt8] {
    var writer = JSONWriter(isIndented: false)
    writer.write(self, depth: 0)
    return writer.bytes
  }

  /// Sorted names, two spaces a level, for people.
  package var indented: [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.write(self, depth: 0)
    return writer.bytes
  }
}
