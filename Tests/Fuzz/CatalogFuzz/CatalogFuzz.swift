@testable import CodebookCore

/// libFuzzer's entry: whatever bytes come, the reader and the linter must give diagnostics with a
/// place in the file, and never trap.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCatalog(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let source = SourceText(name: "fuzz.yaml", bytes: input)
  let result = Linter.lint(source)
  let lines = input.reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
  for diagnostic in result.diagnostics {
    guard let range = diagnostic.location.range else { fatalError("no place: \(diagnostic)") }
    precondition(range.start <= range.end, "\(diagnostic)")
    precondition(range.end.line <= lines, "\(diagnostic)")
  }
  if result.catalog == nil { precondition(!result.diagnostics.isEmpty, "nothing, and no reason") }
  if let catalog = result.catalog, result.diagnostics.isEmpty {
    precondition(CanonicalCatalog(catalog).digest.utf8.count == 64)
  }
  return 0
}
