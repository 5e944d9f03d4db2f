@testable import CodebookCore

/// One thing that somebody may do to a catalog.
struct CatalogEdit: Sendable {
  enum Action: String, Sendable { case changed, removed, added, renamed, duplicated, reordered }

  let action: Action
  /// What is edited, with `*` for IDs and `-` for items of lists: `events/*/details/*/type`.
  let pattern: String
  /// The same with the IDs.
  let path: String
  /// The text before and after, where it is a scalar.
  var old: String?
  var new: String?
  /// The whole catalog after it.
  let root: @Sendable () -> Node
}

extension CatalogEdit: CustomStringConvertible {
  var description: String {
    let values = old != nil || new != nil ? ": \(old ?? "nothing") → \(new ?? "nothing")" : ""
    return "\(path) \(action.rawValue)\(values)"
  }
}
