import Testing

/// RR-01: transient websocket disconnect.
struct RR01Tests {
  @Test func RR_01_first_retry() throws {
    try MatrixRow.check("RR-01", "first_retry")
  }

  @Test func RR_01_golden_delays() throws {
    try MatrixRow.check("RR-01", "golden_delays")
  }

  @Test func RR_01_stalled_feed() throws {
    try MatrixRow.check("RR-01", "stalled_feed")
  }

  @Test func RR_01_stopped() throws {
    try MatrixRow.check("RR-01", "stopped")
  }
}
