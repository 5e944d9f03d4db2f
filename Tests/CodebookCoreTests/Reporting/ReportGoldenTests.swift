import CodebookCore
import Foundation
import Testing

@Suite("Reports are as their goldens say")
struct ReportGoldenTests {
  @Test(arguments: [
    (ReportFormat.text, "txt"), (.json, "json"), (.github, "github"), (.sarif, "sarif"),
    (.markdown, "md"),
  ])
  func golden(_ format: ReportFormat, _ ending: String) throws {
    let text = SampleReport.report.rendered(
      as: format, toolVersion: "1.2.3", rules: SampleReport.rules)
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Goldens/report.\(ending)")
    if ProcessInfo.processInfo.environment["CODEBOOK_RECORD"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    let isSame = text.utf8.elementsEqual(golden.utf8)
    #expect(
      isSame,
      """
      report.\(ending) differs; to record it again: \
      CODEBOOK_RECORD=1 swift test --filter ReportGoldenTests
      """)
  }

  @Test func colorsComeOnlyWhenAsked() {
    let plain = SampleReport.report.rendered(as: .text, toolVersion: "1")
    let colored = SampleReport.report.rendered(as: .text, color: true, toolVersion: "1")
    #expect(!plain.unicodeScalars.contains("\u{1B}"))
    #expect(colored.contains("\u{1B}[1;31merror:\u{1B}[0m"))
    #expect(colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
  }

  @Test func aCommandForGitHubStaysOnItsLine() {
    let text = SampleReport.report.rendered(as: .github, toolVersion: "1")
    let lines = text.split(separator: "\n")
    #expect(lines.count == SampleReport.report.diagnostics.count)
    #expect(lines.allSatisfy { $0.hasPrefix("::") })
    #expect(!text.unicodeScalars.contains("\r") && !text.unicodeScalars.contains("\u{1B}"))
  }

  @Test func summariesCount() {
    #expect(SampleReport.report.summary == "7 errors, 3 warnings, 1 note")
    #expect(Report([]).summary == "no findings")
    #expect(Report([]).rendered(as: .text, toolVersion: "1").isEmpty)
  }
}
