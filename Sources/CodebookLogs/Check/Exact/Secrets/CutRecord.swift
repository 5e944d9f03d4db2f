internal import CodebookRuntime

/// Whether texts of a record can have been cut.
///
/// The runtimes cut texts shorter only where the record is too long otherwise: so one that is short
/// in any case has no such text, whatever looks like it.
struct CutRecord {
  private let record: RecordNodes
  /// A character has no more bytes in a line than an escape.
  private static let mostBytes = 6
  private static let cutMember = Array("_cut".utf8)

  init(_ record: RecordNodes) {
    self.record = record
  }

  /// Whether a text of so many characters can be what is left of a longer one.
  func canBeCut(at characters: Int) -> Bool {
    guard let step = RecordLimits.steps.firstIndex(where: { $0.characters == characters }),
      step > 0
    else { return true }
    let more = RecordLimits.steps[step - 1].characters - characters
    var length = record.line.count
    for (place, node) in record.nodes.enumerated() {
      // Nobody knows how long what was left out of a container is.
      if isCutMark(place, node) { return true }
      guard let text = record.text(of: place), let cut = CutText.cut(in: text),
        CutText.characters(of: text[..<cut]) == characters
      else { continue }
      length += min(more, CutText.omitted(in: text, behind: cut)) * Self.mostBytes
    }
    return length >= RecordLimits.maximumLineLength
  }

  /// Whether a node tells how much was left out of the container that it stands in.
  private func isCutMark(_ place: Int, _ node: LineNode) -> Bool {
    switch node.kind {
    case .integer: record.name(of: place).elementsEqual(Self.cutMember)
    case .string: record.text(of: place).flatMap { CutText.cut(in: $0) } == 0
    default: false
    }
  }
}
