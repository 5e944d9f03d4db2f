internal import CodebookCore

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// The day, for sunsets, waivers and releases.
enum Today {
  /// - Parameter option: What `--today` says.
  static func date(_ option: String?) throws(Failure) -> CalendarDate {
    if let option {
      guard let date = CalendarDate(option) else {
        throw Failure("`\(option)` is no day", fix: "write --today YYYY-MM-DD")
      }
      return date
    }
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    let date = CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    guard let date else { throw Failure("the clock shows no date", fix: "use --today YYYY-MM-DD") }
    return date
  }
}
