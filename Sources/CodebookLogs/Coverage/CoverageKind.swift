/// What of a catalog logs can show.
package enum CoverageKind: String, CaseIterable, Sendable {
  case levels, services, components, scopes, events, codes, fields, details, rows

  /// One of them, such as `event`.
  package var noun: String {
    switch self {
    case .codes: "error code"
    case .rows: "row of the matrix"
    default: String(rawValue.dropLast())
    }
  }
}
