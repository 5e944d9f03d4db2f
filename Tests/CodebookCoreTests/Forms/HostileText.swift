/// Texts made to break out of whatever they are written into; the same at each run.
struct HostileText: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  static let pieces = [
    "\"", "'", "\\", "\\(x)", "\"\"\"", "#\"", "\"#", "|", "`", "``", "`a|b`", "`a\\|b`", "{{",
    "}}",
    "{{x}}", "</script>", "<!--", "-->", "<b>", "&amp;", "\n", "\r\n", "\r", "\n\n", "\t", "\0",
    "\u{7F}", "\u{85}", "\u{2028}", "\u{2029}", "\u{202E}", "\u{2066}", "\u{200F}", "\u{61C}",
    "\u{200B}", "\u{FEFF}", "\u{AD}", "\u{A0}", "\u{E0041}", "\u{FE0F}", "👨‍👩‍👧", "🇩🇪", "👍🏽", "e\u{301}",
    "\u{301}", "\u{20DD}", "漢字", "한국어", "العربية", "*", "_", "a_b", "__init__", "~", "~~", "[a](b)",
    "[a]: b", "![", "# ", "- ", "+ ", "1. ", "2) ", "> ", "---", "===", "***", "    ", " ", " ",
    " ",
    " ", "word", "longer", "http://a.example/b", "www.a.example", "a@b.example", ":smile:", "$x$",
    "*/", "/*", "//", "#", "noqa", "type: ignore", "# fmt: off", "coding: utf-7", "\u{1B}[31m",
    "${x}", "%s", "{x}", "\u{E000}", "\u{10FFFF}", "swift-format-ignore-file",
    String(repeating: "x", count: 130),
  ]

  /// A text of up to so many pieces.
  mutating func text(pieces count: Int) -> String {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in
      Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &self)]
    }.joined()
  }

  static func texts(_ count: Int, seed: UInt64) -> [String] {
    var generator = HostileText(seed: seed)
    return pieces + (0..<count).map { generator.text(pieces: 4 + $0 % 40) }
  }
}

/// What differs between two texts that Swift's `==` takes for the same.
func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
