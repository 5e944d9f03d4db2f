import Foundation
import PredictionTraderCatalog
import Testing

/// The digest, computed by a tool that is not part of this project.
@Suite struct DigestTests {
  @Test func isThatOfTheCanonicalForm() throws {
    var bytes = try Data(contentsOf: CanonicalForm.file)
    #expect(bytes.popLast() == UInt8(ascii: "\n"))
    let input = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try bytes.write(to: input)
    defer { try? FileManager.default.removeItem(at: input) }
    #expect(try digest(of: input) == catalogDigest)
    #expect(catalogVersion == (try CanonicalForm.read().product.version))
  }

  private func digest(of file: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "sha256sum <\"$0\" 2>/dev/null || shasum -a 256 <\"$0\"", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return String(text.prefix(64))
  }
}
