internal import CodebookRuntime

/// How a record differs from the one before it, where nothing of it is lost when both are one line.
struct RecordStep {
  /// Integers that went up or down by one, with which: which attempt it is.
  private(set) var counters: [String: Int64] = [:]
  /// Amounts that grew (`true`) or shrank: how long it waits before that attempt.
  private(set) var amounts: [String: Bool] = [:]

  /// `nil` where more differs than the time and such integers.
  init?(from old: ShownRecord, to new: ShownRecord) {
    guard add(old.fields, new.fields, to: "", old) else { return nil }
    // An amount alone is a fact of its record: how long this one took, and not the one before it.
    guard amounts.isEmpty || !counters.isEmpty else { return nil }
    // What is known by no name, is known by all that it says.
    guard counters.isEmpty || old.isNamed else { return nil }
  }

  private mutating func add(
    _ old: LogObject, _ new: LogObject, to path: String, _ record: ShownRecord
  ) -> Bool {
    guard old.count == new.count else { return false }
    for (old, new) in zip(old, new) {
      guard old.key.utf8.elementsEqual(new.key.utf8) else { return false }
      if old.value == new.value || path.isEmpty && old.key == record.names.timestamp { continue }
      switch (old.value, new.value) {
      case (.integer(let before), .integer(let now)):
        guard add(old.key, path + old.key, from: before, to: now) else { return false }
      case (.object(let before), .object(let now)) where old.key == record.names.details:
        guard path.isEmpty, add(before, now, to: "\(old.key).", record) else { return false }
      default: return false
      }
    }
    return true
  }

  private mutating func add(
    _ name: String, _ path: String, from before: Int64, to now: Int64
  ) -> Bool {
    if Self.units.contains(where: name.hasSuffix) {
      amounts[path] = now > before
      return true
    }
    let (change, isTooLarge) = now.subtractingReportingOverflow(before)
    guard !isTooLarge, change.magnitude == 1, !Self.isIdentifier(name) else { return false }
    counters[path] = change
    return true
  }

  /// How names of amounts end.
  private static let units = ["_ns", "_us", "_ms", "_s", "_seconds", "_min", "_bytes", "_percent"]

  private static func isIdentifier(_ name: String) -> Bool {
    ["id", "Id", "ID"].contains(where: name.hasSuffix)
  }
}
