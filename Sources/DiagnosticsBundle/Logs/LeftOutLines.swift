internal import CodebookRuntime
internal import Redaction

/// Lines of a log that are left out for one reason, and how the first of them begins.
struct LeftOutLines: Sendable {
  /// The beginning of a line, redacted.
  struct Head: Sendable {
    let text: String?
    let finds: [UInt16]
  }

  var count = 0
  /// As they stand in the log, with their line feeds.
  var bytes = 0
  var head: Head?

  /// How much of a line is shown, in code points.
  static let shownCharacters = 200

  mutating func add(bytes: Int, head: @autoclosure () -> Head? = nil) {
    if count == 0 { self.head = head() }
    count += 1
    self.bytes += bytes
  }

  mutating func add(_ other: LeftOutLines) {
    if count == 0 { head = other.head }
    count += other.count
    bytes += other.bytes
  }
}

extension LeftOutLines.Head {
  /// The beginning of a line: redacted, then cut; nothing of one in which a live secret stands.
  ///
  /// It is searched before anything is taken out of it: a rule, or the cut, may leave a part of a
  /// secret which is no longer known as one.
  init(of line: UnsafeBufferPointer<UInt8>, _ redactor: Redactor, _ search: SecretSearch) {
    let head = UnsafeBufferPointer(rebasing: line.prefix(LogBlock.headLength))
    let text = String(decoding: head, as: UTF8.self)
    var finds = RedactionFinds()
    let redacted = redactor.redacted(text, finds: &finds) ?? text
    let shown = redacted.unicodeScalars.prefix(LeftOutLines.shownCharacters)
    let isTold = !search.finds(in: head) && !search.finds(in: redacted)
    self.text = isTold ? String(String.UnicodeScalarView(shown)) : nil
    self.finds = finds.ruleNumbers
  }
}
