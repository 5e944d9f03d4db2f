internal import CodebookRuntime
internal import Redaction

/// Finds what a runtime says of arguments that it replaced, since they were not valid.
struct InvalidArguments {
  private let record: RecordNodes
  private let redactor: Redactor
  /// The detail in which a runtime names them.
  static let detail: StaticString = "_invalid"
  /// Of one line no more are told.
  private static let maximum = 64

  init(_ record: RecordNodes, _ redactor: Redactor) {
    self.record = record
    self.redactor = redactor
  }

  func find(_ found: inout FindingList) {
    guard let details = record.member(.details), record.nodes[details].kind == .object,
      let member = record.member(Array(Self.detail.description.utf8), of: details)
    else { return }
    let names = record.nodes[member].kind == .array ? record.children(of: member) : []
    guard !names.isEmpty else {
      return tell("an argument was not valid", at: member, &found)
    }
    for name in names.prefix(Self.maximum) {
      let what = record.text(of: name).map { QuotedText.of($0, redactor) } ?? "an argument"
      tell("what was given as \(what) was not valid", at: name, &found)
    }
  }

  private func tell(_ what: String, at node: Int, _ found: inout FindingList) {
    found.warning(
      "log-invalid-argument", "\(what), and something else stands in its place",
      at: record.nodes[node].value, fix: "mend the call that logs it")
  }
}
