import Foundation
import Testing

/// `generate`, killed at any moment: every file that can be seen is whole, and the next run
/// finishes the work.
@Suite struct KillTests {
  @Test func theNextRunRepairs() throws {
    let folder = try WorkFolder.withCatalog()
    try folder.write("0.yaml", try catalog(of: folder, saying: "saved yet"))
    try folder.write("1.yaml", try catalog(of: folder, saying: "stored now"))
    var wanted: [[String: String]] = []
    let start = ContinuousClock.now
    for variant in 0..<2 {
      let arguments = arguments(variant, out: "whole\(variant)")
      let outcome = try Codebook.run(arguments, in: folder.url)
      try #require(outcome.status == 0, "\(outcome.all)")
      wanted.append(try folder.files("whole\(variant)"))
    }
    let duration = (ContinuousClock.now - start) / 2
    try #require(wanted[0].count > 200 && wanted[0] != wanted[1])
    let first = try Codebook.run(arguments(0), in: folder.url)
    try #require(first.status == 0, "\(first.all)")
    var changed = 0
    for round in 1...24 {
      // Not the variant that is there: every page is to be written.
      let variant = round % 2
      // Every other pair of rounds waits until writing has begun, however fast the machine is.
      let delay = duration * Double.random(in: 0..<1.1)
      let seen = try filesAfterKilling(variant, in: folder) { process in
        if round % 4 < 2 {
          usleep(UInt32(delay / .microseconds(1)))
        } else {
          try waitForStaging(process, in: folder)
          usleep(UInt32.random(in: 0..<3_000))
        }
      }
      if seen.contains(where: { $0.key.hasPrefix(".codebook-staging-") }) { changed += 1 }
      for (path, text) in seen where !path.hasPrefix(".codebook-") {
        #expect(text == wanted[0][path] || text == wanted[1][path], "\(path) is not whole")
      }
      let mended = try Codebook.run(arguments(variant), in: folder.url)
      #expect(mended.status == 0, "\(mended.all)")
      let isWanted = try folder.files("out") == wanted[variant]
      #expect(isWanted, "the run after a kill leaves exactly what is wanted")
    }
    #expect(changed > 6, "few runs were killed while they wrote: the test proves little")
  }

  private func arguments(_ variant: Int, out: String = "out") -> [String] {
    ["generate", "-q", "--target", "pages", "-c", "\(variant).yaml", "-o", out]
  }

  /// The catalog of `folder` with two hundred error codes more.
  private func catalog(of folder: WorkFolder, saying words: String) throws -> String {
    let errors = (0..<200).map { number in
      """
        ACME-DB-\(number + 100):
          user: Entry \(number) is not \(words). Please try again.
          operator: Storage could not be written; inspect disk space.

      """
    }
    return try folder.text("catalog.yaml")
      .replacing("\nevents:\n", with: errors.joined() + "\nevents:\n")
  }

  /// Waits until files are being staged, or the process has ended.
  private func waitForStaging(_ process: Process, in folder: WorkFolder) throws {
    while process.isRunning {
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder.url("out").path)
      if names?.contains(where: { $0.hasPrefix(".codebook-staging-") }) == true { return }
      usleep(50)
    }
  }

  private func filesAfterKilling(
    _ variant: Int, in folder: WorkFolder, when moment: (Process) throws -> Void
  ) throws -> [String: String] {
    let process = Process()
    process.executableURL = Codebook.executable
    process.arguments = arguments(variant)
    process.currentDirectoryURL = folder.url
    try process.run()
    try moment(process)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let isThere = FileManager.default.fileExists(atPath: folder.url("out").path)
    return isThere ? try folder.files("out") : [:]
  }
}
