import Testing

@testable import CodebookCore

@Suite("What is wrong with a ledger is found where it is")
struct LedgerDamageTests {
  /// - Parameter line: Where the first finding must stand; `nil` for any line that there is.
  private func expect(
    _ rule: String, line: Int? = nil, saying words: String = "", _ result: LedgerReader.Result
  ) throws {
    #expect(result.ledger == nil)
    let first = try #require(result.diagnostics.first)
    #expect(result.diagnostics.allSatisfy { $0.rule == rule }, "\(result.diagnostics)")
    #expect(result.diagnostics.allSatisfy { $0.severity == .error && $0.fix != nil })
    #expect(first.message.contains(words), "\(first.message)")
    #expect(first.location.file == "catalog.ledger.jsonl")
    let range = try #require(first.location.range)
    if let line { #expect(Int(range.start.line) == line, "\(first)") }
  }

  private func altered(_ place: Int, _ change: (String) -> String) throws -> LedgerReader.Result {
    var lines = try SampleLedger.lines()
    let before = lines[place]
    lines[place] = change(before)
    #expect(lines[place] != before)
    return SampleLedger.read(lines)
  }

  /// The place of the first line that has a text.
  private func place(of text: String) throws -> Int {
    try #require(try SampleLedger.lines().firstIndex { $0.contains(text) })
  }

  @Test func wholeOneIsRead() throws {
    let result = SampleLedger.read(try SampleLedger.bytes())
    #expect(result.diagnostics == [])
    #expect(
      result.ledger?.releases.map(\.release.version.description) == ["1.0.0", "1.1.0", "2.0.0"])
    let events = try SampleLedger.lines().joined()
    for fact in ["published", "changed", "moved", "removed", "released", "accepted"] {
      #expect(events.contains("\"\(fact)\""))
    }
  }

  @Test func empty() throws {
    try expect("ledger-syntax", line: 1, saying: "empty", SampleLedger.read([UInt8]()))
  }

  @Test(arguments: ["<<<<<<< HEAD", "=======", ">>>>>>> other", "||||||| base"])
  func conflictMarker(_ marker: String) throws {
    var lines = try SampleLedger.lines()
    lines.insert(marker, at: 3)
    try expect("ledger-syntax", line: 4, saying: "conflict", SampleLedger.read(lines))
  }

  @Test func cutOff() throws {
    let lines = try SampleLedger.lines()
    for length in [1, 2, 40] {
      let result = SampleLedger.read(try SampleLedger.bytes().dropLast(length))
      try expect("ledger-syntax", line: lines.count, saying: "cut off", result)
    }
  }

  @Test func duplicateLine() throws {
    let lines = try SampleLedger.lines()
    for line in [lines[0], lines[lines.count - 1]] {
      let result = SampleLedger.read(lines + [line])
      try expect("ledger-duplicate", line: lines.count + 1, saying: "twice", result)
      #expect(result.diagnostics.first?.notes.count == 1)
    }
  }

  @Test func sorted() throws {
    try expect("ledger-order", SampleLedger.read(SampleLedger.lines().sorted()))
  }

  @Test func twoFactsExchanged() throws {
    var lines = try SampleLedger.lines()
    lines.swapAt(0, 1)
    let end = try place(of: "\"released\"") + 1
    try expect("ledger-order", line: end, saying: "not in their order", SampleLedger.read(lines))
  }

  @Test func swappedReleases() throws {
    let lines = try SampleLedger.lines()
    let first = try place(of: "\"released\"") + 1
    let swapped = Array(lines[first...] + lines[..<first])
    try expect("ledger-order", saying: "which it follows", SampleLedger.read(swapped))
  }

  @Test func factBehindItsRelease() throws {
    var lines = try SampleLedger.lines()
    lines.append(lines.remove(at: 0))
    try expect(
      "ledger-order", line: lines.count, saying: "behind its release", SampleLedger.read(lines))
  }

  @Test func windowsLineEnds() throws {
    let text = String(decoding: try SampleLedger.bytes(), as: UTF8.self)
    let result = SampleLedger.read(Array(text.replacing("\n", with: "\r\n").utf8))
    try expect("ledger-syntax", line: 1, saying: "CR LF", result)
    #expect(result.diagnostics.count <= 20)
  }

  @Test func emptyLine() throws {
    var lines = try SampleLedger.lines()
    lines.insert("", at: 2)
    try expect("ledger-syntax", line: 3, saying: "empty", SampleLedger.read(lines))
    try expect("ledger-syntax", line: 3, SampleLedger.read(lines.map { $0.isEmpty ? "  " : $0 }))
  }

  @Test func notUTF8() throws {
    let line = try place(of: "busy")
    var bytes = try SampleLedger.bytes()
    let text = try #require(bytes.firstRange(of: Array("busy".utf8)))
    bytes[text.lowerBound] = 0xFF
    try expect("ledger-syntax", line: line + 1, saying: "UTF", SampleLedger.read(bytes))
  }

  @Test func lineOfAMegabyte() throws {
    let result = try altered(1) {
      $0.dropLast() + ",\"x\":\"\(String(repeating: "x", count: 1 << 20))\"}"
    }
    try expect("ledger-syntax", line: 2, saying: "`x`", result)
    #expect(result.diagnostics.allSatisfy { $0.message.utf8.count < 1_000 })
  }

  @Test(arguments: [
    (#""fact":"#, #""colour":"red","fact":"#, "`colour`, which this codebook does not know"),
    (#""fact":"published""#, #""fact":"promised""#, "no fact `promised`"),
    (#""kind":"error""#, #""kind":"failure""#, "no kind `failure`"),
    (#""kind":"error""#, #""kind":7"#, "`kind` is no text"),
    (#""kind":"error","#, "", "has no `kind`"),
    (#""value":{"#, #""value":{"user_message":"Other.","#, "`user_message` twice"),
    (#""id":"ACME-DB-001","#, #""id":"ACME-DB-001","id":"ACME-DB-009","#, "`id` twice"),
    (#""value":{"#, #""value":{"port":1.5,"#, ""),
    (#""value":{"#, #""value":{"port":1e3,"#, ""),
    (#""value":{"#, #""value":{"port":{},"#, "`port`"),
    (#""value":{"#, #""value":[],"other":{"#, "no object `value`"),
  ])
  func broken(_ text: String, _ replacement: String, _ words: String) throws {
    let line = try place(of: #""id":"ACME-DB-001","kind":"error""#)
    let result = try altered(line) { $0.replacing(text, with: replacement, maxReplacements: 1) }
    try expect("ledger-syntax", line: line + 1, saying: words, result)
  }

  @Test(arguments: [
    (#""version":"1.0.0""#, #""version":"1.0""#, "`version`"),
    (#""date":"2026-07-01""#, #""date":"2026-02-30""#, "`date`"),
    (#""previous":[]"#, #""previous":[7]"#, "`previous`"),
    (#""previous":[]"#, #""previous":"""#, "`previous`"),
    (#""facts":"#, #""facts":0.5,"x":"#, ""),
  ])
  func brokenRelease(_ text: String, _ replacement: String, _ words: String) throws {
    let line = try place(of: #""released""#)
    let result = try altered(line) { $0.replacing(text, with: replacement) }
    try expect("ledger-syntax", line: line + 1, saying: words, result)
  }

  @Test func changeTwice() throws {
    let line = try place(of: #""fact":"changed""#)
    let result = try altered(line) {
      $0.replacing(#""changes":{"#, with: #""changes":{"user_message":{"from":"a","to":"b"},"#)
    }
    try expect("ledger-syntax", line: line + 1, saying: "`user_message` twice", result)
  }

  @Test func unknownStability() throws {
    let line = try place(of: #""fact":"moved""#)
    for word in ["draft", "eternal"] {
      let result = try altered(line) { $0.replacing("deprecated", with: word) }
      try expect("ledger-syntax", line: line + 1, saying: "no stability `\(word)`", result)
    }
  }

  /// IDs are shown and pasted into commands.
  @Test(arguments: ["", "A; rm -rf", "$(id)", "a\\n", "ü", "a b", "\\u001b[31m"])
  func whatIsNoID(_ id: String) throws {
    let line = try place(of: #""id":"ACME-DB-001""#)
    let result = try altered(line) {
      $0.replacing(#""id":"ACME-DB-001""#, with: #""id":"\#(id)""#)
    }
    try expect("ledger-syntax", line: line + 1, saying: "is no ID", result)
  }

  @Test func deepJSON() throws {
    let deep = String(repeating: "[", count: 100_000)
    try expect("ledger-syntax", line: 1, SampleLedger.read([deep]))
    try expect("ledger-syntax", line: 1, saying: "no JSON object", SampleLedger.read(["7"]))
  }

  @Test func editedMessage() throws {
    let end = try place(of: #""released""#) + 1
    let result = try altered(place(of: "The database is busy")) {
      $0.replacing("The database is busy", with: "The database is in use")
    }
    try expect("ledger-edited", line: end, saying: "1.0.0", result)
    #expect(result.diagnostics.count == 1)
  }

  @Test func deletedFact() throws {
    var lines = try SampleLedger.lines()
    let end = try place(of: #""released""#) + 1
    lines.remove(at: 2)
    try expect("ledger-edited", line: end - 1, saying: "facts, and had", SampleLedger.read(lines))
  }

  @Test func deletedRelease() throws {
    var lines = try SampleLedger.lines()
    lines.remove(at: try place(of: #""released""#))
    try expect("ledger-edited", line: 1, saying: "no line that releases", SampleLedger.read(lines))
    try expect("ledger-edited", SampleLedger.read(try SampleLedger.lines().dropLast()))
  }

  @Test func deletedReleaseWithItsFacts() throws {
    let rest = try SampleLedger.lines()[(place(of: #""released""#) + 1)...]
    try expect("ledger-edited", saying: "no longer there", SampleLedger.read(Array(rest)))
  }

  @Test func editedDigest() throws {
    let line = try place(of: #""released""#)
    let ledger = try #require(SampleLedger.read(SampleLedger.bytes()).ledger)
    let digest = ledger.releases[0].release.sha256
    // What the ID shows of it, and what it does not.
    for place in [3, 40] {
      var digits = Array(digest)
      digits[place] = digits[place] == "0" ? "1" : "0"
      let result = try altered(line) { $0.replacing(digest, with: String(digits)) }
      try expect("ledger-edited", line: line + 1, saying: "1.0.0", result)
    }
  }

  @Test func sameMeaningWrittenOtherwise() throws {
    let end = try place(of: #""released""#) + 1
    let spaced = try altered(0) { $0.replacing(":", with: ": ") }
    try expect("ledger-edited", line: end, spaced)
    let escaped = try altered(place(of: "busy")) { $0.replacing("busy", with: #"bus\u0079"#) }
    try expect("ledger-edited", line: end, escaped)
  }

  @Test func releaseWithOtherLines() throws {
    // The facts of another release, under this one's name.
    let lines = try SampleLedger.lines()
    let end = try place(of: #""released""#)
    let id = try #require(SampleLedger.read(lines).ledger?.releases.first?.release.id)
    let other = #"{"fact":"removed","id":"rest.data","kind":"scope","release":"\#(id)"}"#
    var more = lines
    more.insert(other, at: end)
    try expect("ledger-edited", saying: "facts, and had", SampleLedger.read(more))
  }
}
