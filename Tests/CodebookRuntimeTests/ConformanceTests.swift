import CodebookCore
import ConformanceSupport
import Redaction
import Testing

@testable import CodebookRuntime

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The values of `templates/conformance/values.json`, which Python's suite reads too.
@Suite struct ConformanceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let value: JSONValue
    let json: String
    var testDescription: String { name }
  }

  @Test("A further detail is written as the format says", arguments: try Self.cases())
  func value(_ given: Case) throws {
    let value = try #require(
      TaggedValue.value(given.value, ofCase: given.name), "\(given.name) has no value here")
    let memory = MemorySink(capacity: 1)
    let logger = RecordLogger(
      catalog: .sample(try Self.shipped.get()), service: "app", sink: memory, severity: 1)
    logger.record(
      LogRecord(
        level: "INFO", severity: 9, component: "part", event: "tried", message: "m",
        details: ["v": value]))
    let line = try #require(memory.lines.first)
    #expect(line.hasSuffix(#","details":{"v":"# + given.json + "}}\n"), "\(line.suffix(300))")
    #expect(line.utf8.count <= 16_383)
  }

  private static let shipped = Result { try CatalogRedaction.shipped().tables }

  @Test func everyCaseIsRead() throws {
    #expect(try Self.cases().count >= 80)
  }

  private static func cases() throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "templates/conformance/values.json")
    guard case .object(let root) = try JSONParser().parse(Data(contentsOf: file)),
      case .array(let values)? = root.first(where: { $0.0 == "values" })?.1
    else { return [] }
    return values.compactMap(Self.read)
  }

  /// `nil` for one that is for Python only.
  private static func read(_ json: JSONValue) -> Case? {
    guard case .object(let pairs) = json else { return nil }
    let members = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    guard members["only"] == nil, case .string(let name)? = members["name"],
      let value = members["value"], case .array(let pieces)? = members["json"]
    else { return nil }
    return Case(name: name, value: value, json: pieces.map(joined).joined())
  }

  /// The text that pieces come to: `[piece, N]` is N times the piece.
  private static func joined(_ piece: JSONValue) -> String {
    switch piece {
    case .string(let text): return text
    case .array(let parts):
      if parts.count == 2, case .integer(let count) = parts[1] {
        return String(repeating: joined(parts[0]), count: count)
      }
      return parts.map(joined).joined()
    default: return ""
    }
  }
}

extension CatalogDescription {
  /// Fields named by their roles, and an event vocabulary without events.
  fileprivate static func sample(_ tables: RedactionTables) -> CatalogDescription {
    CatalogDescription(
      product: "Sample", prefix: "PT", identity: CatalogIdentity(version: "1.0.0", digest: ""),
      levels: [Level("INFO", severity: 9)], services: ["app"], components: [],
      fields: [
        Field("ts", role: .timestamp, isRequired: true),
        Field("level", role: .level, isRequired: true),
        Field("service", role: .service, isRequired: true),
        Field("component", role: .component, isRequired: true),
        Field("event", role: .event, isRequired: true),
        Field("message", role: .message, isRequired: true),
        Field("correlation_id", role: .correlation, isRequired: true),
        Field("session_id", role: .session, isRequired: true),
        Field("details", role: .details, type: .object),
      ], errors: [], events: [], redaction: tables)
  }
}
