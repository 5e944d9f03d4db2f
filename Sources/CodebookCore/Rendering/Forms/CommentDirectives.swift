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
        isStart = word.utf8.allSatisfy { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "/") }
        return withoutCoding(isOrder ? "- \(word)" : word)
      }
    }
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
