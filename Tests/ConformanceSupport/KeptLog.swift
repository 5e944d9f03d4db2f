package import CodebookRuntime
import Foundation

/// Leaves what tests log with the shipped catalog for `codebook logs check`.
///
/// `CODEBOOK_TEST_LOGS` names a folder; without it nothing is kept. What a test makes wrong on
/// purpose does not belong here, nor does what another catalog describes.
package enum KeptLog {
  private static let folder = ProcessInfo.processInfo.environment["CODEBOOK_TEST_LOGS"]

  /// A sink that gives each record to another one and to a file that nobody else has.
  package static func with(_ sink: any LogSink, as name: String) -> any LogSink {
    guard let path = path(name), let file = try? FileSink(path: path) else { return sink }
    return FanOutSink(sink, file)
  }

  /// What the records of a test's process belong to outside any action. The root of the process
  /// that runs the tests would be that of many sessions.
  package static var newRoot: CorrelationContext { CorrelationContext(correlationID: .random()) }

  /// Takes a copy of what a process has written to a file.
  package static func keep(file: String, as name: String) {
    guard let path = path(name) else { return }
    try? FileManager.default.copyItem(atPath: file, toPath: path)
  }

  private static func path(_ name: String) -> String? {
    guard let folder else { return nil }
    let place = "\(folder)/swift"
    try? FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    return "\(place)/\(name)-\(UUID().uuidString.prefix(8)).log.jsonl"
  }
}
