import Testing

/// RR-03: HTTP 429 on order endpoint.
struct RR03Tests {
  @Test func RR_03_retry_after_seconds() throws {
    try MatrixRow.check("RR-03", "retry_after_seconds")
  }

  @Test func RR_03_retry_after_date() throws {
    try MatrixRow.check("RR-03", "retry_after_date")
  }

  @Test func RR_03_no_retry_after() throws {
    try MatrixRow.check("RR-03", "no_retry_after")
  }

  @Test func RR_03_full_queue() throws {
    try MatrixRow.check("RR-03", "full_queue")
  }

  @Test func RR_03_shut_out() throws {
    try MatrixRow.check("RR-03", "shut_out")
  }

  @Test func RR_03_banned() throws {
    try MatrixRow.check("RR-03", "banned")
  }

  @Test func RR_03_longer_hold() throws {
    try MatrixRow.check("RR-03", "longer_hold")
  }

  @Test func RR_03_probe_fails() throws {
    try MatrixRow.check("RR-03", "probe_fails")
  }

  @Test func RR_03_at_the_deadline() throws {
    try MatrixRow.check("RR-03", "at_the_deadline")
  }

  @Test func RR_03_cancelled() throws {
    try MatrixRow.check("RR-03", "cancelled")
  }
}
