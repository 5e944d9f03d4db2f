/// Finds values by the names before them.
struct KeyDetector {
  let detection: Detection
  let text: Text
  let lookup: NameLookup
  /// Whether a backslash escapes a double quote: not so in a view.
  let isRaw: Bool
  var values: ValueReader
  private var covered = 0
  /// Where the name ended that was looked at last; several names may end at one place.
  private var last = -1

  init(_ detection: Detection) {
    self.detection = detection
    text = detection.text
    lookup = detection.tools.lookup
    isRaw = detection.isRaw
    values = ValueReader(detection)
  }

  /// Looks behind a name that ends at a place; places come in order.
  mutating func look(_ end: Int) {
    guard end > covered, end != last else { return }
    last = end
    guard let find = find(behind: end) else { return }
    detection.level.finds.append(find)
    if find.start >= end { covered = find.end }
  }

  private mutating func find(behind end: Int) -> Find? {
    guard let behind = NameEnd.numberEnd(text, end) else { return nil }
    let start = NameEnd.wordStart(text, end)
    var rule = lookup.find(text.base, start, end).rule
    let isPhrase = rule < 0
    if isPhrase { rule = phraseRule(start, end) }
    guard rule >= 0 else { return nil }
    let name = KeyName(
      start: start, end: end, behind: behind, rule: rule, isPhrase: isPhrase,
      record: detection.memory.rules[rule])
    guard let find = value(of: name) else { return nil }
    let key = Text(text.base + start, end - start)
    return KeyNames.isFolder(key, text[find.start]) ? nil : find
  }

  /// The rule of a name of several words, `API key`; at most two words before the last.
  private func phraseRule(_ start: Int, _ end: Int) -> Int {
    var start = start
    for _ in 0..<2 {
      guard let before = wordBefore(start) else { return -1 }
      start = before
      let find = lookup.find(text.base, start, end)
      if find.rule >= 0 { return find.rule }
      if find.isSafe { return -1 }
    }
    return -1
  }

  /// Where the word before a space before a place begins.
  private func wordBefore(_ start: Int) -> Int? {
    guard start >= 2, text[start - 1] == Bytes.space,
      Bytes.kinds(text[start - 2]) & Bytes.identifier != 0
    else { return nil }
    return NameEnd.wordStart(text, start - 1)
  }

  /// Whether the word before makes a name harmless: `unexpected token`.
  func isSafePhrase(_ name: KeyName) -> Bool {
    guard name.start >= 2, text[name.start - 1] == Bytes.space else { return false }
    let start = NameEnd.wordStart(text, name.start - 1)
    return lookup.find(text.base, start, name.behind).isSafe
  }
}

/// A name of a key rule in text.
struct KeyName {
  let start: Int
  let end: Int
  /// Behind its number, if it has one.
  let behind: Int
  let rule: Int
  /// Whether it has several words with spaces between.
  let isPhrase: Bool
  let record: RuleRecord
}

/// How a value follows its name, which says what it may be.
enum ValueManner {
  /// `name=value`
  case assigned
  /// `name: value`
  case colon
  /// `name value`
  case prose
  /// In quotes.
  case quoted
}
