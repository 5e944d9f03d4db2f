internal import CodebookRuntime
internal import CommandLineArguments
internal import LogViewer

/// A point in time that an option names.
struct PointInTime {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  let milliseconds: Int64

  /// Reads an option's value; `nil` where the option is not there.
  ///
  /// - Parameters:
  ///   - option: Its name, without dashes.
  ///   - edge: What a day without a time of day means.
  ///   - zone: Whose clock counts where the value names none.
  init?(
    _ value: String?, option: String, _ edge: TimePhrase.Edge, zone: ZonedClock.Zone = .utc
  ) throws(UsageError) {
    guard let value else { return nil }
    let phrase = TimePhrase(now: Timestamp.now().milliseconds, zone: zone)
    guard let time = phrase.milliseconds(value, edge) else {
      throw UsageError(
        "`--\(option) \(value)` is no point in time; write `-3h`, `18:07`, `18:07:23.412`, "
          + "`today`, `yesterday`, `2026-01-09`, `2026-01-09 18:07` or `2026-01-09T18:07:23Z`")
    }
    milliseconds = time
  }
}
