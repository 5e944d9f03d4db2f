import Testing

/// RR-07: mixed 429 + disconnect.
struct RR07Tests {
  @Test func RR_07_flaps_and_429() throws {
    try MatrixRow.check("RR-07", "flaps_and_429")
  }

  @Test func RR_07_no_starvation() throws {
    try MatrixRow.check("RR-07", "no_starvation")
  }

  @Test func RR_07_hanging_orders() throws {
    try MatrixRow.check("RR-07", "hanging_orders")
  }
}
