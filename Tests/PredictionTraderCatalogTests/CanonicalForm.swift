import Foundation

/// The committed `Generated/catalog.json`, as far as the generated Swift must agree with it.
struct CanonicalForm: Decodable {
  struct Named: Decodable {
    let name: String
  }

  struct Level: Decodable {
    let name: String
    let severity: Int
  }

  struct Field: Decodable {
    let name: String
    let type: String
    let required: Bool
  }

  struct Domain: Decodable {
    let name: String
    let category: String
  }

  struct Code: Decodable {
    let code: String
    let domain: String
    let category: String
    let user_message: String
    let operator_message: String
  }

  struct Event: Decodable {
    struct Detail: Decodable {
      let name: String
      let type: String
      let required: Bool
    }

    let name: String
    let level: String?
    let services: [String]?
    let components: [String]?
    let message: String?
    let requires: [String]?
    let optional: [String]?
    let errors: [String]?
    let details: [Detail]?
  }

  struct Product: Decodable {
    let version: String
  }

  let product: Product
  let levels: [Level]
  let services: [Named]
  let components: [Named]
  let scopes: [Named]
  let fields: [Field]
  let record_order: [String]
  let domains: [Domain]
  let errors: [Code]
  let events: [Event]

  static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Generated/catalog.json")

  static func read() throws -> CanonicalForm {
    try JSONDecoder().decode(CanonicalForm.self, from: Data(contentsOf: file))
  }
}
