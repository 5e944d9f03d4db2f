#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A record's time of day, for a person.
enum ConsoleTime {
  /// `18:07:23.412` of `2026-01-09T18:07:23.412Z`, in UTC or in the process's time zone.
  static func ofDay(_ timestamp: String, isLocal: Bool) -> String {
    guard let start = timestamp.firstIndex(of: "T"), timestamp.hasSuffix("Z") else {
      return timestamp
    }
    let time = timestamp[timestamp.index(after: start)...].dropLast()
    guard isLocal, let local = local(timestamp) else { return String(time) + "Z" }
    return local + time.drop { $0 != "." }
  }

  private static func local(_ timestamp: String) -> String? {
    let numbers = timestamp.prefix(19).split { !$0.isNumber }.compactMap { Int32($0) }
    guard numbers.count == 6 else { return nil }
    var fields = tm()
    fields.tm_year = numbers[0] - 1900
    fields.tm_mon = numbers[1] - 1
    fields.tm_mday = numbers[2]
    fields.tm_hour = numbers[3]
    fields.tm_min = numbers[4]
    fields.tm_sec = numbers[5]
    var seconds = timegm(&fields)
    guard localtime_r(&seconds, &fields) != nil else { return nil }
    return [fields.tm_hour, fields.tm_min, fields.tm_sec]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
