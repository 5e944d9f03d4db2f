import CodebookLogs
import LogInput
import TestFolders
import Testing

@Suite struct LogCheckTests {
  private let folder = TemporaryFolder()

  @Test func aLogWithoutRecordsIsAFinding() {
    let file = folder.write("", to: "empty.jsonl")
    let result = LogCheck(.sample).run([LogSource(file)])
    #expect(result.groups.map(\.rule) == ["log-empty"])
    #expect(result.groups.first?.first.line == 0)
  }

  @Test func theLastLineEndsWithALineFeed() {
    let file = folder.write("{}\n{}", to: "torn.jsonl")
    let groups = LogCheck(.sample, LogCheckOptions(rules: ["log-torn-line"])).run([LogSource(file)])
      .groups
    #expect(groups.map(\.first) == [LinePlace(file: 0, line: 2, column: 3, endColumn: 3)])
  }
}
