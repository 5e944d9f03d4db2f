/// The language of an output file, which decides the forms that a text of the catalog may take.
package enum OutputLanguage: Sendable, Hashable, CaseIterable {
  case swift, python, markdown, json, toml, html
  /// A language that Codebook knows nothing of.
  case other

  /// The language that a path's ending tells.
  package init(path: String) {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? ""
    switch ending {
    case "swift": self = .swift
    case "py", "pyi": self = .python
    case "md", "markdown": self = .markdown
    case "json", "jsonl": self = .json
    case "toml": self = .toml
    case "html", "htm": self = .html
    default: self = .other
    }
  }

  /// The forms on offer, the most usual first.
  package var forms: [TextForm] {
    switch self {
    case .swift: [.literal, .comment]
    case .python: [.literal, .comment, .docstring]
    case .markdown: [.prose, .cell, .code, .block, .html]
    case .json: [.json, .literal]
    case .toml: [.literal, .comment]
    case .html: [.html, .json]
    case .other: [.json, .html]
    }
  }

  /// How a person calls the language.
  var title: String {
    switch self {
    case .swift: "Swift"
    case .python: "Python"
    case .markdown: "Markdown"
    case .json: "JSON"
    case .toml: "TOML"
    case .html: "HTML"
    case .other: "a file of this kind"
    }
  }

  /// The column after which a line is too long; `nil` where lines are as long as they are.
  var lineLength: Int? {
    switch self {
    case .swift: 100
    case .python: 88
    case .markdown, .json, .toml, .html, .other: nil
    }
  }
}
