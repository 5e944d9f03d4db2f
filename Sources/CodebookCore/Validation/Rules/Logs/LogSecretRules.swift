extension RuleRegistry {
  /// Rules about what is never written.
  static let logSecretRules: [Rule] = [
    logs(
      "log-secret", "No record has what the redaction rules find.",
      """
      The runtimes redact whatever they write. What is found here went past them; whoever may \
      read the log has it now, so the secret must be changed. It is never shown.
      """,
      bad: LogExample.record(["details": "{\"port\":43125,\"password\":\"correct horse\"}"]),
      good: LogExample.record([
        "details": "{\"port\":43125,\"password\":\"[redacted:password]\"}"
      ])),
    logs(
      "log-sensitive-value", "No record has a value that the catalog calls sensitive or secret.",
      """
      Only a mark may stand there: `[redacted:sensitive]`. A fingerprint stands under another \
      name. In this example the catalog declares the detail `account` as sensitive.
      """,
      bad: account("\"12345678\""), good: account("\"[redacted:sensitive]\"")),
  ]

  private static func account(_ json: String) -> String {
    LogExample.record(["event": "\"signed_in\"", "details": "{\"account\":\(json)}"])
  }
}
