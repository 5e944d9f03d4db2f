internal import CodebookCore

extension LogSummary {
  /// Whose counts are kept over time.
  static let kindsOverTime: [CountedNames.Kind] = [.levels, .events, .codes]

  /// What stands for names that the catalog does not have, and for none.
  static let unknownMember = "unknown"
  static let absentMember = "absent"

  /// Of each name the units of time in which it was seen, and how often:
  /// `"names":{"INFO":[[26123,4],[26124,2]]}`.
  var overTimeValue: JSONValue {
    var columns: [Int32: [(bucket: Int64, count: Int)]] = [:]
    for (cell, count) in overTime.cells {
      columns[cell.slot, default: []].append((cell.bucket, count))
    }
    let kinds = Self.kindsOverTime.map { kind in
      (kind.member, Self.value(kind, names, columns))
    }
    return .object([("unit", .string(overTime.unit.rawValue))] + kinds)
  }

  private static func value(
    _ kind: CountedNames.Kind, _ names: CountedNames,
    _ columns: [Int32: [(bucket: Int64, count: Int)]]
  ) -> JSONValue {
    func column(_ index: Int16) -> JSONValue? {
      columns[Int32(names.slot(kind, index))].map { cells in
        .array(
          cells.sorted { $0.bucket < $1.bucket }.map {
            .array([.integer(Int($0.bucket)), .integer($0.count)])
          })
      }
    }
    let known = names.names(kind).enumerated().compactMap { index, name in
      column(Int16(clamping: index)).map { (name, $0) }
    }
    var members: [(String, JSONValue)] = [("names", .object(known))]
    if let unknown = column(RecordFacts.Index.unknown) { members.append((unknownMember, unknown)) }
    if let absent = column(RecordFacts.Index.none) { members.append((absentMember, absent)) }
    return .object(members)
  }
}
