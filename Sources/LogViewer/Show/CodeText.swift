internal import CodebookLogs
internal import CodebookRuntime

/// What a record's error code says to an operator.
struct CodeText {
  /// The detail in which a record says it.
  static let detail = "operator_message"

  let code: String
  /// The record's own sentence, with its parameters, or else the catalog's.
  let message: String
  private let category: String

  /// `nil` for a record without a code, and for a code of which nothing is known.
  init?(_ record: ShownRecord, _ vocabulary: RecordVocabulary) {
    code = record.text(vocabulary.names.errorCode)
    guard !code.isEmpty else { return nil }
    let known = vocabulary.errorTexts[code]
    category = known?.category ?? ""
    if case .object(let details)? = record.fields[vocabulary.names.details],
      case .string(let own)? = details[Self.detail]
    {
      message = own
    } else if let known {
      message = known.operator
    } else {
      return nil
    }
  }

  /// `PT-HTTP-429 (Rate limit): HTTP 429 received; …`
  var sentence: String {
    "\(code)\(category.isEmpty ? "" : " (\(category))"): \(message)"
  }
}
