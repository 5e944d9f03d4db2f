import CodebookCore
import CodebookLogs
import Foundation
import Testing

@Suite("What runtimes write is clean")
struct RuntimeRecordTests {
  private struct Vectors: Decodable {
    struct Record: Decodable {
      let line: String
    }

    let records: [Record]
  }

  @Test func theCatalogsVectors() throws {
    let file = URL(filePath: #filePath).appending(
      path: "../../../../Generated/conformance/records.json")
    let vectors = try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: file.standardized))
    #expect(vectors.records.count > 20)
    for record in vectors.records {
      let line = record.line.hasSuffix("\n") ? String(record.line.dropLast()) : record.line
      let checked = CheckedLine(line)
      #expect(checked.findings.filter { $0.severity != .note } == [], "\(line)")
      #expect(checked.facts.isObject && checked.facts.level >= 0 && !checked.facts.session.isZero)
    }
  }
}
