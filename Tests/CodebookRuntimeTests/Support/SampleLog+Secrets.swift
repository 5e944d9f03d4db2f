import CodebookRuntime

// Functions of events that have secrets among what they declare.
extension SampleLog {
  /// `signed_in`, with one secret in the place of all texts.
  func signedIn(_ secret: String) {
    logger.write(event: 4, severity: 9) { line in
      line.fingerprint("owner", of: secret)
      line.constant("{\"ts\":")
      line.timestamp()
      line.constant(",\"level\":\"INFO\",\"service\":")
      line.serviceName()
      line.constant(",\"component\":\"rest_client\",\"event\":\"signed_in\",\"message\":")
      line.message([
        .parameter("holder", .string(secret)), " with ", .parameter("api_key", .string(secret)),
        " in ", .parameter("city", .string(secret)), ", ", .parameter("token", 5),
      ])
      line.constant(",\"correlation_id\":")
      line.correlationID()
      line.constant(",\"session_id\":")
      line.sessionID()
      line.beginDetails(prefix: ",\"details\":")
      line.detail("\"api_key\":", text: secret)
      line.detail("\"token\":", integer: 5)
      line.detail("\"holder\":", text: secret)
      line.detail("\"city\":", text: secret)
      line.endDetails(adding: [:])
      line.text(secret, key: "owner", prefix: ",\"owner\":")
      line.constant("}\n")
    }
  }

  /// The same as values.
  static func signedInRecord(_ secret: String) -> LogRecord {
    LogRecord(
      level: "INFO", severity: 9, component: "rest_client", event: "signed_in", message: "",
      fields: ["owner": .string(secret)],
      declaredDetails: [
        "api_key": .string(secret), "token": 5, "holder": .string(secret),
        "city": .string(secret),
      ])
  }

  /// `setting_changed`
  func settingChanged(value: String, key: String, details: LogObject) {
    logger.write(event: 5, severity: 9) { line in
      line.constant("{\"message\":\"Setting changed\"")
      line.beginDetails(prefix: ",\"details\":")
      line.detail("\"value\":", text: value)
      line.detail("\"key\":", text: key)
      line.endDetails(adding: details)
      line.constant("}\n")
    }
  }
}
