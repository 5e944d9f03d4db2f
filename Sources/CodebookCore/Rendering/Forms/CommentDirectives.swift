/// Comments that tools obey: a text of the catalog must not become one.
enum CommentDirectives {
  private static let words = [
    "noqa", "type:", "fmt:", "isort:", "ruff:", "mypy:", "pyright:", "pylint:", "pragma:", "nosec",
    "yapf:", "swift-format-ignore", "swiftlint:", "swift-tools-version", "sourcery:", "!", "-*-",
    "vim:", "vi:",
  ].map { Array($0.utf8) }

  /// Whether a tool may take a comment that begins with a word for an order.
  static func begins(with word: String) -> Bool {
    let word = word.utf8.drop { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "/") }
    return words.contains { order in
      word.count >= order.count
        && zip(word, order).allSatisfy { byte, lowercase in
          byte == lowercase || (0x41...0x5A).contains(byte) && byte | 0x20 == lowercase
        }
    }
  }

  /// The words of each line, with a dash before those that a tool may obey.
  ///
  /// The dash is joined to its word, so that wrapping cannot part them. Python also looks for
  /// `coding:` or `coding=` anywhere in a file's first two lines; a space takes that away.
  static func defused(_ lines: [[String]]) -> [[String]] {
    lines.map { line in
      var isStart = true
      return line.map { word in
        let isOrder = (isStart || word.utf8.first == UInt8(ascii: "#")) && begins(with: word)
        // A comment inside a comment is one to some tools, as in `C# noqa`.
        isStart =
          word.utf8.last == UInt8(ascii: "#") || word.utf8.allSatisfy { $0 == UInt8(ascii: "/") }
        return withoutCoding(isOrder ? "- \(word)" : withoutInnerOrder(word))
      }
    }
  }

  /// The word with a dash where one sign of a comment inside it comes before an order.
  private static func withoutInnerOrder(_ word: String) -> String {
    guard let sign = word.utf8.firstIndex(of: UInt8(ascii: "#")) else { return word }
    let rest = word[word.utf8.index(after: sign)...]
    let isOrder = !rest.isEmpty && begins(with: String(rest))
    return word[...sign] + (isOrder ? "- \(rest)" : withoutInnerOrder(String(rest)))
  }

  private static func withoutCoding(_ word: String) -> String {
    guard word.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }) else {
      return word
    }
    var result: [UInt8] = []
    for byte in word.utf8 {
      let isSign = byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=")
      if isSign, result.suffix(6).elementsEqual("coding".utf8) { result.append(UInt8(ascii: " ")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
