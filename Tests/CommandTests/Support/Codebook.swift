import Foundation
import Testing

/// The built executable, run as a user runs it.
enum Codebook {
  /// What a run came to.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    /// All that was printed, for the message of a failed expectation.
    var all: String { "exit status \(status)\n\(output)\(errors)" }
  }

  /// It stands beside the bundle of tests: in a parent of this process's executable, or of what
  /// the process was told to run.
  static let executable: URL? = {
    let paths = [Bundle.main.executablePath].compactMap(\.self) + CommandLine.arguments
    for path in paths where path.hasPrefix("/") {
      var folder = URL(filePath: path)
      for _ in 0..<5 {
        folder.deleteLastPathComponent()
        let file = folder.appending(path: "codebook", directoryHint: .notDirectory)
        if isExecutableFile(file) { return file }
      }
    }
    return nil
  }()

  private static func isExecutableFile(_ file: URL) -> Bool {
    let values = try? file.resourceValues(forKeys: [.isRegularFileKey, .isExecutableKey])
    return values?.isRegularFile == true && values?.isExecutable == true
  }

  /// Runs it in `folder`, with nothing in its environment but `environment`.
  static func run(
    _ arguments: [String], in folder: URL, input: String = "", environment: [String: String] = [:],
    executable: URL? = nil
  ) throws -> Outcome {
    let captured = WorkFolder()
    try captured.write("input", input)
    try captured.write("output", "")
    try captured.write("errors", "")
    let process = Process()
    let file: URL = try #require(executable ?? Self.executable, "codebook is not built")
    process.executableURL = file
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { given, _ in given }
    process.standardInput = try FileHandle(forReadingFrom: captured.url("input"))
    process.standardOutput = try FileHandle(forWritingTo: captured.url("output"))
    process.standardError = try FileHandle(forWritingTo: captured.url("errors"))
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationReason == .exit, "codebook crashed: \(arguments)")
    return Outcome(
      status: process.terminationStatus, output: try captured.text("output"),
      errors: try captured.text("errors"))
  }
}
