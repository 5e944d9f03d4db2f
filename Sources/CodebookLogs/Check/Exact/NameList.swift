/// Names of a catalog as findings list them: not more of them than a person reads.
enum NameList {
  private static let maximum = 8

  /// Such as `` `a` ``, `` `a` or `b` `` or `` one of `a`, `b`, `c` ``.
  static func alternatives(_ names: [String]) -> String {
    switch names.count {
    case 1: "`\(names[0])`"
    case 2: "`\(names[0])` or `\(names[1])`"
    default: "one of \(listed(names))"
    }
  }

  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(maximum).map { "`\($0)`" }.joined(separator: ", ")
    let hidden = names.count - min(names.count, maximum)
    return hidden == 0 ? shown : "\(shown) and \(hidden) more"
  }
}
