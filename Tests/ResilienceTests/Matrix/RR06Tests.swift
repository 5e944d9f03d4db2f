import Testing

/// RR-06: sidecar restart during reconnect.
struct RR06Tests {
  @Test func RR_06_engine_restart() throws {
    try MatrixRow.check("RR-06", "engine_restart")
  }

  @Test func RR_06_handshake_hold() throws {
    try MatrixRow.check("RR-06", "handshake_hold")
  }

  @Test func RR_06_parent() throws {
    try MatrixRow.check("RR-06", "parent")
  }

  @Test func RR_06_late_callbacks() throws {
    try MatrixRow.check("RR-06", "late_callbacks")
  }
}
