/// Which fields are shown.
package struct FieldChoice: Sendable {
  private let hidden: [NamePattern]
  private let shown: [NamePattern]
  /// The names that were given.
  let names: [String]

  /// - Parameters:
  ///   - hidden: Names of fields and details that are not shown.
  ///   - shown: Of fields and details without a place of their own only these are; all where it
  ///     is empty.
  package init(hidden: [String] = [], shown: [String] = []) {
    self.hidden = hidden.map(NamePattern.init)
    self.shown = shown.map(NamePattern.init)
    names = hidden + shown
  }

  /// Whether a field with a place of its own is shown.
  func has(_ name: String) -> Bool { !hidden.contains { $0.matches(name) } }

  /// Whether a field, or a detail by its name and by its path, is shown.
  func has(_ name: String, path: String? = nil) -> Bool {
    func isIn(_ patterns: [NamePattern]) -> Bool {
      patterns.contains { $0.matches(name) || path.map($0.matches) == true }
    }
    return !isIn(hidden) && (shown.isEmpty || isIn(shown))
  }

  /// Whether a field that is not shown by itself was asked for.
  func asksFor(_ name: String) -> Bool {
    shown.contains { $0.matches(name) } && has(name)
  }
}
