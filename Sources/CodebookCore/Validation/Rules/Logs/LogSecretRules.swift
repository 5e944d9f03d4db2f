extension RuleRegistry {
  /// Rules about what is never written.
  static let logSecretRules: [Rule] = [
    logs(
      "log-secret", "No record has what the redaction rules find.",
      """
      The runtimes redact whatever they write. What is found here went past them, and whoever may \
      read the log has it now. A credential, such as a key, a token or a password, must be changed. \
      Personal data, such as an address or a name in a path, cannot be: the log must go, or who \
      reads it. Which of the two it is, `codebook explain` says of the redaction rule that the \
      finding names. It is never shown.
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
