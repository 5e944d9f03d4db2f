extension RuleRegistry {
  static let codeFormat = Rule(
    id: "code-format",
    summary: "An error code is PREFIX-DOMAIN-NUMBER, with the product's prefix and zero-padded.",
    rationale: """
      Support staff and scripts find codes by their form. One form, with as many digits for every \
      code, also makes the codes sort.
      """,
    badExample: """
      errors:
        ACME-DB-7:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """,
    goodExample: """
      errors:
        ACME-DB-007:
          user: The database is busy. Please try again.
          operator: Database lock not obtained; inspect open transactions.
      """
  ) { context in
    let product = context.catalog.product
    return context.catalog.errors.compactMap { error in
      guard let problem = problem(of: error, in: product) else { return nil }
      return Finding(problem.message, at: error.info.idRange, entry: error.info, fix: problem.fix)
    }
  }

  private static func problem(
    of error: ErrorEntry, in product: Product
  ) -> (message: String, fix: String)? {
    guard let code = error.code else {
      return (
        "`\(error.id.shortened)` is no error code",
        "write it as \(product.prefix)-DOMAIN-\(padded("1", to: product.codeDigits))"
      )
    }
    guard code.prefix == product.prefix else {
      return (
        "`\(error.id.shortened)` does not begin with the product's prefix `\(product.prefix)`",
        "\(product.prefix)-\(code.domain)-\(code.number)".shortened
      )
    }
    let digits = product.codeDigits
    guard code.number.utf8.count != digits else { return nil }
    let expected = padded(String(code.number.drop { $0 == "0" }), to: digits)
    return (
      "the number of `\(error.id.shortened)` must have \(digits) digits, padded with zeros",
      expected.utf8.count == digits
        ? "\(code.prefix)-\(code.domain)-\(expected)"
        : "choose a smaller number, or give the product more `code_digits`"
    )
  }

  private static func padded(_ digits: String, to width: Int) -> String {
    String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
