import CodebookFiles
import TestFolders
import Testing

/// Runs that are large enough to be made durable as a whole.
@Suite struct ManyFilesTests {
  @Test(arguments: [63, 64, 65, 500])
  func writesReplacesAndRemovesThemAll(count: Int) throws {
    let temporary = TemporaryFolder()
    let output = temporary.output()
    func files(_ text: String) -> [OutputFile] {
      (0..<count).map { file("folder\($0)/file", "\(text) \($0)") }
    }
    #expect(try output.write(files("old"), targets: ["swift"]).written.count == count)
    #expect(try output.write(files("new"), targets: ["swift"]).written.count == count)
    #expect(try output.check(files("new"), targets: ["swift"]).isEmpty)
    #expect(try temporary.tree().count == 2 * count + 1)
    #expect(try output.write([], targets: ["swift"]).removed.count == count)
    #expect(try temporary.tree() == [".codebook-files": manifest()])
  }
}
