import Foundation
import PredictionTraderCatalog
import Testing

/// The generated Swift holds what the canonical form holds: every value, and no more.
@Suite struct ValueTests {
  let form: CanonicalForm

  init() throws { form = try CanonicalForm.read() }

  @Test func errorCodes() throws {
    #expect(Set(ErrorCode.allCases.map(\.rawValue)) == Set(form.errors.map(\.code)))
    for entry in form.errors {
      let code = try #require(ErrorCode(rawValue: entry.code))
      #expect(code.userMessage == entry.user_message)
      #expect(code.operatorMessage == entry.operator_message)
      #expect(code.domain.rawValue == entry.domain)
      #expect(code.category == entry.category)
      #expect(code.displayText == "\(entry.user_message) (\(entry.code))")
    }
  }

  @Test func levels() {
    let wanted = Dictionary(uniqueKeysWithValues: form.levels.map { ($0.name, $0.severity) })
    let found = Level.allCases.map { ($0.rawValue, $0.severityNumber) }
    #expect(Dictionary(uniqueKeysWithValues: found) == wanted)
    #expect(Level.allCases.sorted() == Level.allCases, "least severe first")
  }

  @Test func fields() throws {
    #expect(LogField.allCases.map(\.rawValue) == form.record_order)
    #expect(form.fields.count == form.record_order.count)
    for entry in form.fields {
      let field = try #require(LogField(rawValue: entry.name))
      #expect(field.type.rawValue == entry.type)
      #expect(field.isRequired == entry.required)
    }
  }

  @Test func events() throws {
    #expect(Set(Event.allCases.map(\.rawValue)) == Set(form.events.map(\.name)))
    for entry in form.events {
      let descriptor = try #require(Event(rawValue: entry.name)).descriptor
      #expect(descriptor.event.rawValue == entry.name)
      #expect(descriptor.level?.rawValue == entry.level)
      #expect(descriptor.services.map(\.rawValue) == entry.services ?? [])
      #expect(descriptor.components.map(\.rawValue) == entry.components ?? [])
      #expect(descriptor.message == entry.message)
      #expect(descriptor.requiredFields.map(\.rawValue) == entry.requires ?? [])
      #expect(descriptor.optionalFields.map(\.rawValue) == entry.optional ?? [])
      #expect(descriptor.errorCodes.map(\.rawValue) == entry.errors ?? [])
      let details = (entry.details ?? []).map { [$0.name, $0.type, "\($0.required)"] }
      let found = descriptor.details.map { [$0.name, $0.type.rawValue, "\($0.isRequired)"] }
      #expect(found.sorted { $0[0] < $1[0] } == details)
    }
  }

  @Test func otherNames() {
    let domains = Dictionary(uniqueKeysWithValues: form.domains.map { ($0.name, $0.category) })
    let found = ErrorDomain.allCases.map { ($0.rawValue, $0.category) }
    #expect(Dictionary(uniqueKeysWithValues: found) == domains)
    #expect(Set(Service.allCases.map(\.rawValue)) == Set(form.services.map(\.name)))
    #expect(Set(Component.allCases.map(\.rawValue)) == Set(form.components.map(\.name)))
    #expect(Set(RateLimitScope.allCases.map(\.rawValue)) == Set(form.scopes.map(\.name)))
  }

  @Test func whatTheCatalogDoesNotHoldHasNoValue() throws {
    #expect(ErrorCode(rawValue: "PT-HTTP-430") == nil)
    #expect(ErrorCode(rawValue: "pt-http-429") == nil)
    #expect(Level(rawValue: "warn") == nil && Event(rawValue: "") == nil)
    #expect(LogField(rawValue: "TS") == nil)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([ErrorCode].self, from: Data(#"["PT-HTTP-430"]"#.utf8))
    }
  }

  @Test func rawValuesAreWhatIsWritten() throws {
    let text = try JSONEncoder().encode([ErrorCode.ptHTTP429])
    #expect(String(decoding: text, as: UTF8.self) == #"["PT-HTTP-429"]"#)
    #expect(try JSONDecoder().decode([ErrorCode].self, from: text) == [.ptHTTP429])
  }
}
