import Testing

/// RR-02: repeated disconnects beyond threshold.
struct RR02Tests {
  @Test func RR_02_five_drops() throws {
    try MatrixRow.check("RR-02", "five_drops")
  }

  @Test func RR_02_four_drops() throws {
    try MatrixRow.check("RR-02", "four_drops")
  }

  @Test func RR_02_stability_forgets() throws {
    try MatrixRow.check("RR-02", "stability_forgets")
  }
}
