import Testing

/// RR-04: HTTP 429 on market-data REST backfill.
struct RR04Tests {
  @Test func RR_04_limited_backfill() throws {
    try MatrixRow.check("RR-04", "limited_backfill")
  }

  @Test func RR_04_quiet_backfill() throws {
    try MatrixRow.check("RR-04", "quiet_backfill")
  }
}
