internal import CodebookCore
internal import CodebookLogs

extension FindingGroup {
  /// The group as one finding of a report.
  ///
  /// - Parameter files: The names of files, in the order in which they are read.
  func diagnostic(_ files: [String]) -> Diagnostic {
    var diagnostic = Diagnostic(
      rule: rule, severity: severity, message, at: first.location(files),
      notes: notes.map { Diagnostic.Note($0.message, at: $0.place.location(files)) }, fix: fix)
    diagnostic.count = count
    diagnostic.excerpt = excerpt
    if count > 1 { diagnostic.notes.append(repetition(files)) }
    return diagnostic
  }

  /// How often it is, and where last.
  func repetition(_ files: [String]) -> Diagnostic.Note {
    Diagnostic.Note(
      "\(CountText.of(count, "time")), and here last", at: last.location(files))
  }
}

extension LinePlace {
  func location(_ files: [String]) -> SourceLocation {
    let name = files.indices.contains(file) ? files[file] : "<stdin>"
    guard line > 0 else { return SourceLocation(file: name) }
    return SourceLocation(
      file: name,
      range: SourceRange(
        SourcePosition(line: line, column: column), SourcePosition(line: line, column: endColumn)))
  }
}
