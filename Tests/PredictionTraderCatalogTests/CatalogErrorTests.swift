import PredictionTraderCatalog
import Testing

/// A failure is thrown, caught by its code, and shown without what is meant for operators.
@Suite struct CatalogErrorTests {
  @Test func isThrownAndCaught() {
    let error = #expect(throws: CatalogError.self) { throw CatalogError(.ptHTTP429) }
    #expect(error?.code == .ptHTTP429)
    #expect(error == CatalogError(.ptHTTP429))
    #expect(error != CatalogError(.ptNET001))
  }

  @Test(arguments: ErrorCode.allCases)
  func isShown(_ code: ErrorCode) {
    let error = CatalogError(code)
    #expect(error.userMessage == code.userMessage)
    #expect(error.operatorMessage == code.operatorMessage)
    #expect(error.displayText == "\(code.userMessage) (\(code.rawValue))")
    #expect("\(error)" == error.displayText)
    #expect(!"\(error)".contains(code.operatorMessage))
  }

  @Test func readsAsTheCatalogSays() {
    #expect(
      CatalogError(.ptHTTP429).displayText
        == "Too many requests sent. Retrying automatically. (PT-HTTP-429)")
  }
}
