internal import CodebookCore

extension Catalog {
  /// What each error code says, retired ones too: logs and bundles may be older than the catalog.
  ///
  /// - Parameter make: Makes a text of a code's category, its message for users, and that for
  ///   operators, with the fallbacks of their parameters.
  func errorTexts<Text>(
    _ make: (_ category: String, _ user: String, _ operator: String) -> Text
  ) -> [String: Text] {
    let categories = Dictionary(
      domains.map { ($0.id, $0.category) }, uniquingKeysWith: { first, _ in first })
    let texts = errors.map { entry in
      let domain = entry.code.flatMap { categories[$0.domain] }
      let (user, `operator`) = (entry.userMessage, entry.operatorMessage)
      return (
        entry.id,
        make(entry.ownCategory ?? domain ?? "", entry.text(user), entry.text(`operator`))
      )
    }
    return Dictionary(texts, uniquingKeysWith: { first, _ in first })
  }
}

extension ErrorEntry {
  fileprivate func text(_ message: String) -> String {
    MessageTemplate(message, parameters: parameters).withFallbacks
  }
}
