internal import CodebookCore
internal import Redaction

/// Texts of a log as findings quote them: short, visible, without what must not be written.
enum QuotedText {
  private static let maximumLength = 64

  static func of(_ text: [UInt8], _ redactor: Redactor) -> String {
    // Longer ones are cut in any case; four bytes are the longest character.
    let head = Array(text.prefix(4096))
    let shown = head.withUnsafeBufferPointer { SecretTexts(redactor: redactor).redacted($0) }
    let visible = VisibleText.of(String(decoding: shown ?? head, as: UTF8.self))
      .replacing("`", with: "'")
    guard visible.unicodeScalars.count > maximumLength || text.count > head.count else {
      return "`\(visible)`"
    }
    let kept = String.UnicodeScalarView(visible.unicodeScalars.prefix(maximumLength - 1))
    return "`\(String(kept))…`"
  }
}
