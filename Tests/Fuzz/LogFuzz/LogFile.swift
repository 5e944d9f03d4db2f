#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A log on disk, for those who only read files.
enum LogFile {
  static func write(_ bytes: [UInt8], to path: String) {
    guard let stream = fopen(path, "w") else { fatalError("cannot write \(path)") }
    fwrite(bytes, 1, bytes.count, stream)
    fclose(stream)
  }

  /// The bytes of a file; none where there is no such file.
  static func read(_ path: String) -> [UInt8] {
    guard let stream = fopen(path, "r") else { return [] }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&part, 1, part.count, stream)
      guard count > 0 else { return bytes }
      bytes += part[..<count]
    }
  }
}
