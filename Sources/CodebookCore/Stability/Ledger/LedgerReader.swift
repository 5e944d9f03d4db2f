/// From the bytes of a ledger to what it says, and to what is wrong with it.
package struct LedgerReader {
  /// A ledger, wherever every line could be read, and all findings.
  package struct Result: Sendable {
    package let ledger: Ledger?
    package let diagnostics: [Diagnostic]
  }

  private let source: SourceText
  private var diagnostics: [Diagnostic] = []
  private var lines: [(number: Int, bytes: ArraySlice<UInt8>)] = []

  /// Findings beyond this number say nothing new of a file that is broken throughout.
  private static let mostFindings = 20

  private init(_ source: SourceText) { self.source = source }

  /// Reads a ledger. Nothing in it may be left out, mended or guessed: a ledger is right as it
  /// stands, or there is none.
  package static func read(_ source: SourceText) -> Result {
    var reader = LedgerReader(source)
    reader.splitLines()
    let contents = reader.contents()
    guard reader.diagnostics.isEmpty else { return Result(ledger: nil, diagnostics: reader.found) }
    let verifier = LedgerVerifier(source: source, lines: contents)
    let (releases, problems) = verifier.releases()
    return Result(
      ledger: problems.isEmpty ? Ledger(source: source, releases: releases) : nil,
      diagnostics: problems)
  }

  private var found: [Diagnostic] { Array(diagnostics.prefix(Self.mostFindings)) }

  private mutating func splitLines() {
    if source.bytes.isEmpty {
      report("the ledger is empty: what it said is gone", 1)
    }
    var number = 0
    var start = source.bytes.startIndex
    while start < source.bytes.endIndex, diagnostics.count < Self.mostFindings {
      number += 1
      let end = source.bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
      let bytes = source.bytes[start..<(end ?? source.bytes.endIndex)]
      if end == nil {
        report("the last line has no line break: it was cut off", number)
      } else if let problem = Self.problem(of: bytes) {
        report(problem.message, number, fix: problem.fix)
      } else {
        lines.append((number, bytes))
      }
      start = end.map { $0 + 1 } ?? source.bytes.endIndex
    }
  }

  private static func problem(of line: ArraySlice<UInt8>) -> (message: String, fix: String)? {
    if line.last == UInt8(ascii: "\r") {
      return (
        "the line ends with CR LF; a ledger has LF alone",
        "put `*.ledger.jsonl text eol=lf` into .gitattributes, and check the file out again"
      )
    }
    for sign in ["<<<<<<<", "=======", ">>>>>>>", "|||||||"] where line.starts(with: sign.utf8) {
      return (
        "a conflict of a merge was left here",
        "keep the lines of both sides and take the markers out; `*.ledger.jsonl merge=union` in "
          + ".gitattributes does it"
      )
    }
    return line.isEmpty ? ("the line is empty", "take it out") : nil
  }

  /// What the lines say. None knows of another: a long ledger's second half is read on a thread of
  /// its own.
  private mutating func contents() -> [LedgerVerifier.Line] {
    let middle = lines.count / 2
    let last = Meanwhile { [half = lines[middle...]] in Self.contents(of: half) }
    let halves = [Self.contents(of: lines[..<middle]), last.value()]
    for (number, problem) in halves.flatMap(\.problems) where diagnostics.count < Self.mostFindings
    {
      report(problem.message, number, rule: problem.rule, fix: problem.fix)
    }
    return halves.flatMap(\.lines)
  }

  private static func contents(
    of lines: ArraySlice<(number: Int, bytes: ArraySlice<UInt8>)>
  ) -> (lines: [LedgerVerifier.Line], problems: [(number: Int, problem: LedgerLineProblem)]) {
    let parser = JSONParser()
    var contents: [LedgerVerifier.Line] = []
    contents.reserveCapacity(lines.count)
    var problems: [(Int, LedgerLineProblem)] = []
    for line in lines where problems.count < mostFindings {
      do throws(LedgerLineProblem) {
        let content = try LedgerDecoding.content(of: parsed(line.bytes, by: parser))
        contents.append(.init(number: line.number, bytes: line.bytes, content: content))
      } catch {
        problems.append((line.number, error))
      }
    }
    return (contents, problems)
  }

  private static func parsed(
    _ line: ArraySlice<UInt8>, by parser: JSONParser
  ) throws(LedgerLineProblem) -> JSONValue {
    do throws(JSONParser.SyntaxError) {
      return try parser.parse(line)
    } catch {
      throw .malformed("the line is no JSON: \(error.message)")
    }
  }

  private mutating func report(
    _ message: String, _ line: Int, rule: String = "ledger-syntax",
    fix: String = LedgerLineProblem.restore
  ) {
    let start = SourcePosition(line: line, column: 1)
    let end = SourcePosition(line: line, column: 1 + (source.line(line)?.unicodeScalars.count ?? 0))
    diagnostics.append(
      Diagnostic(
        rule: rule, message,
        at: SourceLocation(file: source.name, range: SourceRange(start, end)), fix: fix))
  }
}
