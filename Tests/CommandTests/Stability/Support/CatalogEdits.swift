import Foundation
import Testing

/// A line of the specification's table of errors.
struct ErrorLine: CustomTestStringConvertible, Sendable {
  let id: String
  let category: String
  let user: String
  let operatorText: String

  var testDescription: String { id }
  var domain: String { String(id.split(separator: "-")[1]) }

  /// The ten lines, word for word.
  static let all: [ErrorLine] = table.split(separator: "\n").map { line in
    let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    return ErrorLine(id: cells[0], category: cells[1], user: cells[2], operatorText: cells[3])
  }

  private static let table = """
    PT-PROC-001 | Process lifecycle | Engine failed to start. Please restart the app. | Sidecar process did not reach READY handshake; inspect bootstrap logs and binary launch path.
    PT-PROC-002 | Process lifecycle | Engine connection was interrupted. | Parent/child heartbeat failed; verify PID watchdog and shutdown sequence timing.
    PT-AUTH-001 | Authentication | API credentials are missing or invalid. | Credential retrieval or exchange auth rejected; check keychain read and auth responses.
    PT-AUTH-002 | Authentication | Session expired. Please reconnect your account. | Refresh/re-auth flow failed; inspect token expiry, refresh path, and clock skew.
    PT-NET-001 | Network | Cannot reach exchange services right now. | Upstream network/connectivity error; verify DNS, TLS, and upstream status.
    PT-HTTP-429 | Rate limit | Too many requests sent. Retrying automatically. | HTTP 429 received; inspect throttle policy and backoff behavior for scope.
    PT-DB-001 | Database | Local database is temporarily unavailable. | SQLite open/lock/write failure; inspect WAL mode, permissions, and write queue saturation.
    PT-RISK-001 | Risk controls | Order blocked by configured risk limits. | Risk guardrail rejection (position/notional/loss threshold). Review configured limits and latest state.
    PT-DATA-001 | Market data | Market data feed interrupted. Reconnecting. | Websocket/data stream interruption; inspect reconnect loop and stale-feed detection.
    PT-INT-001 | Internal | Unexpected internal error occurred. | Unhandled exception/path; capture diagnostics bundle and stack traces for triage.
    """
}

/// Edits of the shipped catalog, as a person makes them.
extension WorkFolder {
  func edit(_ path: String = "catalog.yaml", _ change: (inout [String]) throws -> Void) throws {
    var lines = try text(path).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    try change(&lines)
    try write(path, lines.joined(separator: "\n"))
  }

  /// Gives a message of an error code other words.
  func reword(_ line: ErrorLine, _ key: String) throws {
    let old = key == "user" ? line.user : line.operatorText
    let new = key == "user" ? "Something else. Please try again." : "Engine differs; inspect it."
    try replace("\(key): \(old)", by: "\(key): \(new)", in: "catalog.yaml")
  }

  /// Writes a line under an entry's ID.
  func add(_ text: String, to id: String) throws {
    try edit { lines in
      let place = try #require(lines.firstIndex(of: "  \(id):"), "there is no \(id)")
      lines.insert("    \(text)", at: place + 1)
    }
  }

  /// Takes an error code away.
  func remove(_ id: String) throws {
    try edit { lines in
      let start = try #require(lines.firstIndex(of: "  \(id):"), "there is no \(id)")
      let end = lines[(start + 1)...].firstIndex { !$0.hasPrefix("    ") }
      lines.removeSubrange(start..<(end ?? lines.count))
    }
  }

  /// Takes an error code out of the lists of events and scenarios.
  func removeReferences(to id: String) throws {
    try edit { lines in
      for place in lines.indices where lines[place].hasPrefix("    errors: [") {
        let inside = lines[place].dropFirst("    errors: [".count).dropLast()
        let left = inside.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
          .filter { $0 != id }
        lines[place] = left.isEmpty ? "" : "    errors: [\(left.joined(separator: ", "))]"
      }
    }
  }

  /// Takes away what an error code is let pass from the rules about wording.
  func removeExceptions(of id: String) throws {
    try edit { lines in
      let start = try #require(lines.firstIndex(of: "  \(id):"), "there is no \(id)")
      let end = lines[(start + 1)...].firstIndex { !$0.hasPrefix("    ") } ?? lines.count
      let allow = lines[start..<end].firstIndex(of: "    allow:")
      if let allow { lines.removeSubrange(allow..<end) }
    }
  }

  /// Writes a waiver, or an acceptance, for everything that `check` finds of changes.
  func waiveAll(expires: String = "2027-12-31") throws {
    var claims: [String: [String]] = [:]
    for finding in try findings() {
      guard let fingerprint = finding.fingerprint, let entry = finding.entry else { continue }
      var claim = "{rule: \(finding.rule), entry: \(entry), fingerprint: \"\(fingerprint)\", "
      claim += "reason: Agreed."
      if finding.severity == "error" { claim += ", owner: sre, expires: \"\(expires)\"" }
      let list = finding.severity == "error" ? "waivers" : "accepted"
      claims[list, default: []].append("    - \(claim)}\n")
    }
    let text = claims.sorted { $0.key < $1.key }.map { "  \($0.key):\n" + $0.value.joined() }
    try replace("\nstability:\n", by: "\nstability:\n" + text.joined(), in: "catalog.yaml")
  }
}
