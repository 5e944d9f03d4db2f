/// What a change breaks, and for whom.
package enum Effect: String, Sendable, Hashable, CaseIterable {
  /// Code that uses the generated types no longer compiles.
  case source = "SOURCE"
  /// Who reads with the new catalog stumbles over logs that are stored already.
  case wireBackward = "WIRE-B"
  /// Who reads with an old catalog stumbles over new logs.
  case wireForward = "WIRE-F"
  /// People read something else: users, operators, translators, support.
  case message = "MESSAGE"
  /// Something may be written that was not before.
  case privacy = "PRIVACY"
  /// The order of things: draft, stable, deprecated, retired, released.
  case lifecycle = "LIFECYCLE"

  /// What it means, in one sentence.
  package var summary: String {
    switch self {
    case .source: "code that uses the generated types no longer compiles"
    case .wireBackward: "a reader of today stumbles over stored logs"
    case .wireForward: "a reader of yesterday stumbles over new logs"
    case .message: "people read something else"
    case .privacy: "something may be written that was not before"
    case .lifecycle: "the steps of an entry: draft, stable, deprecated, retired, released"
    }
  }
}
