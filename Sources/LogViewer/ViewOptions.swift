/// How records are shown.
package struct ViewOptions: Sendable {
  package var hasColor = false
  package var zone = ZonedClock.Zone.utc
  package var fields = FieldChoice()
  package var longLines = LongLines.keep
  /// Columns of the terminal.
  package var columns = 80
  /// Whether records that say the same are shown as one.
  package var collapses = true
  /// Milliseconds without a record from which on a line tells of them; `nil` for never.
  package var gap: Int64? = 60_000
  /// Whether an error code is explained where it comes for the first time.
  package var explains = true

  package init() {}
}
