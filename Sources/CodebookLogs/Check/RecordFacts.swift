/// What one line tells, whether or not there are faults in it.
///
/// Each path of the checker gives the same facts for the same line.
package struct RecordFacts: Hashable, Sendable {
  /// 128 bits; all zero where there are none.
  package struct Bits128: Hashable, Sendable {
    package var high: UInt64 = 0
    package var low: UInt64 = 0

    package init(high: UInt64 = 0, low: UInt64 = 0) {
      self.high = high
      self.low = low
    }

    package var isZero: Bool { high | low == 0 }
  }

  /// Which name of the catalog a field has.
  package enum Index {
    /// The field is not there, or is no text.
    package static let none: Int16 = -1
    /// The field has a text that the catalog does not list, or has retired.
    package static let unknown: Int16 = -2
  }

  /// Whether the line is a JSON object in UTF-8; if not, nothing else is told.
  package var isObject = false
  /// Milliseconds since 1970-01-01T00:00:00Z, rounded down; `Int64.min` where the record has no
  /// valid timestamp.
  package var time = Int64.min
  /// Indexes into the lists of the catalog's description and of its scopes, or one of `Index`.
  package var level = Index.none
  package var service = Index.none
  package var component = Index.none
  package var event = Index.none
  package var errorCode = Index.none
  package var scope = Index.none
  /// Zero where the field is not there or has not the form of identifiers.
  package var correlation = Bits128()
  package var session = Bits128()
  package var span: UInt64 = 0
  /// The session that a record of `session_adopted` says it leaves; zero in others.
  package var leftSession = Bits128()
  /// Which fields are there: bit N for field N of the description, whose first 64 are told.
  package var fields: UInt64 = 0
  /// Which details that the event declares are there: bit N for detail N, the first 64.
  package var details: UInt64 = 0

  package init() {}
}
