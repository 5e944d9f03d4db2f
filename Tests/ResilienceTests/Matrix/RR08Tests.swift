import Testing

/// RR-08: max retry budget reached.
struct RR08Tests {
  @Test func RR_08_unreachable() throws {
    try MatrixRow.check("RR-08", "unreachable")
  }

  @Test func RR_08_does_not_hold() throws {
    try MatrixRow.check("RR-08", "does_not_hold")
  }

  @Test func RR_08_path_up() throws {
    try MatrixRow.check("RR-08", "path_up")
  }

  @Test func RR_08_empty_bucket() throws {
    try MatrixRow.check("RR-08", "empty_bucket")
  }
}
