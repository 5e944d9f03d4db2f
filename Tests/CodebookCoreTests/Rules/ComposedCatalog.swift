import CodebookCore
import Foundation

/// The catalog that a few sections make together with the rest of a small clean one.
enum ComposedCatalog {
  /// The folder of the fixtures.
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

  /// The small clean catalog.
  static func base() throws -> String {
    try String(contentsOf: fixtures.appending(path: "base.yaml"), encoding: .utf8)
  }

  /// The small catalog without the sections that `fragment` has, and `fragment` behind it.
  static func text(_ fragment: String) throws -> String {
    let replaced = Set(lines(fragment).compactMap(sectionName))
    var isKept = true
    let kept = lines(try base()).filter { line in
      if let name = sectionName(line) { isKept = !replaced.contains(name) }
      return isKept
    }
    return kept.joined(separator: "\n") + "\n" + fragment
  }

  /// What the linter finds in such a catalog.
  static func findings(_ fragment: String) throws -> [Diagnostic] {
    findings(in: try text(fragment))
  }

  static func findings(in text: String) -> [Diagnostic] {
    Linter.lint(SourceText(name: "catalog.yaml", text: text)).diagnostics
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The key of the section that begins at this line.
  private static func sectionName(_ line: Substring) -> Substring? {
    let bare = line.drop { $0 == "⟦" }
    guard let first = bare.first, first.isLetter, let colon = bare.firstIndex(of: ":") else {
      return nil
    }
    return bare[..<colon].filter { $0 != "⟧" }[...]
  }
}
