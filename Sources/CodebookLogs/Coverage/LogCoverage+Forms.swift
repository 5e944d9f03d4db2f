package import CodebookCore

extension LogCoverage {
  // MARK: For a terminal

  /// A line for each kind, and what was never seen.
  package func text(_ palette: Palette) -> String {
    let rows = CoverageKind.allCases.filter { !items($0).isEmpty }.map { kind -> [String] in
      let share = share(of: kind)
      return [kind.rawValue, "\(share.seen)", "of \(share.all)"]
    }
    let table = TextTable(rows, right: [1]).lines
    var text = palette.bold("Coverage") + "\n" + table.map { "  \($0)\n" }.joined()
    for kind in CoverageKind.allCases {
      let never = items(kind, .never)
      guard !never.isEmpty else { continue }
      text += "\n" + palette.bold("\(Self.title(kind)) never seen") + "\n"
      text += kind == .rows ? Self.lines(never) : TextTable.wrapped(never.map(\.name))
    }
    return text
  }

  private static func lines(_ items: [Item]) -> String {
    items.map { "  \($0.name)\($0.remark.map { ": \($0)" } ?? "")\n" }.joined()
  }

  private static func title(_ kind: CoverageKind) -> String {
    kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
  }

  // MARK: For a page

  package var markdown: String {
    var lines = ["| Coverage | Seen | Never seen |", "|---|---|---|"]
    for kind in CoverageKind.allCases where !items(kind).isEmpty {
      let share = share(of: kind)
      let never = items(kind, .never).map { item in
        MarkdownForm.code(item.name)
          + (item.remark.map { " " + MarkdownForm.cell("(\($0.replacing("`", with: "")))") } ?? "")
      }
      lines.append(
        "| \(kind.rawValue) | \(share.seen) of \(share.all) | \(never.joined(separator: ", ")) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: For programs

  /// Of each kind, what there is: `{"name":"reconnected","count":4,"state":"seen"}`.
  package var value: JSONValue {
    .object(
      CoverageKind.allCases.map { kind in
        (kind.rawValue, .array(items(kind).map(Self.value)))
      })
  }

  private static func value(_ item: Item) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .string(item.name)), ("count", .integer(item.count)),
      ("state", .string(item.state.rawValue)),
    ]
    if let remark = item.remark { members.append(("remark", .string(remark))) }
    return .object(members)
  }
}
