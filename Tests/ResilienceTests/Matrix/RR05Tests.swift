import Testing

/// RR-05: network outage then recovery.
struct RR05Tests {
  @Test func RR_05_outage() throws {
    try MatrixRow.check("RR-05", "outage")
  }

  @Test func RR_05_path_down() throws {
    try MatrixRow.check("RR-05", "path_down")
  }

  @Test func RR_05_half_back() throws {
    try MatrixRow.check("RR-05", "half_back")
  }

  @Test func RR_05_requests_only() throws {
    try MatrixRow.check("RR-05", "requests_only")
  }
}
