import CodebookCore
import CodebookLogs
import CodebookRuntime
import LogInput

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What fuzzing begins with: a folder for each part, and the names of the catalogs.
struct Seeds {
  let folder: String

  /// Writes all of them.
  ///
  /// - Parameter logs: Paths of logs, of which each becomes a seed as a whole, and each line one.
  func write(_ logs: some Sequence<String>) {
    for part in LogPromises.Part.allCases { mkdir("\(folder)/\(part.name)", 0o755) }
    let names = [LogCatalog.sample, .other].map(NameDictionary.entries).joined()
    LogFile.write(Array(names.utf8), to: "\(folder)/names.dict")
    writeLines()
    for (number, log) in logs.enumerated() {
      let bytes = LogFile.read(log)
      for (place, line) in bytes.split(separator: 0x0A).enumerated() {
        write(.lines, "log-\(number)-\(place)", line)
      }
      let head = UInt8(truncatingIfNeeded: number)
      write(.stream, "log-\(number)", [head | 32] + bytes.prefix(3000))
      write(.shown, "log-\(number)", [head &* 8] + bytes.prefix(3000))
      if let summary = Self.summary(of: log) { write(.summary, "log-\(number)", summary) }
    }
  }

  /// Records of every event, and what is JSON or nearly so, by itself and in a record.
  private func writeLines() {
    for (name, catalog) in [("sample", LogCatalog.sample), ("other", .other)] {
      let records = RandomRecords(catalog, seed: 1)
      for number in 0..<(catalog.description.events.count * 2) {
        write(.lines, "\(name)-\(number)", records.line())
      }
    }
    let cases = (JSONCases.accepted + JSONCases.rejected).flatMap(\.texts)
    for (number, text) in cases.enumerated() {
      let bytes = JSONCases.bytes(text)
      write(.lines, "json-\(number)", bytes)
      let record = Array(#"{"details":{"a":"#.utf8) + bytes + Array("}}".utf8)
      write(.lines, "json-record-\(number)", record)
      write(.shown, "json-\(number)", [0] + record)
    }
  }

  private static func summary(of log: String) -> [UInt8]? {
    var options = LogCheckOptions()
    options.counts = true
    return LogCheck(.sample, options).run([LogSource(log)]).summary?.value.canonical
  }

  private func write(_ part: LogPromises.Part, _ name: String, _ bytes: some Sequence<UInt8>) {
    LogFile.write([part.rawValue] + Array(bytes), to: "\(folder)/\(part.name)/\(name)")
  }
}
