import CodebookRuntime
import Redaction

extension CatalogDescription {
  /// A catalog with every type of field, one of them behind the details.
  static let everyType = CatalogDescription(
    product: "Sample", prefix: "PT",
    identity: CatalogIdentity(version: "1.2.0", digest: String(repeating: "a", count: 64)),
    levels: [
      Level("DEBUG", severity: 5), Level("INFO", severity: 9), Level("WARN", severity: 13),
      Level("ERROR", severity: 17),
    ],
    services: ["desktop", "engine"], components: ["ws_client", "rest_client"],
    fields: [
      Field("ts", role: .timestamp, isRequired: true),
      Field("level", role: .level, isRequired: true),
      Field("service", role: .service, isRequired: true),
      Field("component", role: .component, isRequired: true),
      Field("event", role: .event, isRequired: true),
      Field("message", role: .message, isRequired: true),
      Field("correlation_id", role: .correlation, isRequired: true),
      Field("session_id", role: .session, isRequired: true),
      Field("span_id", role: .span),
      Field("error_code", role: .errorCode),
      Field("attempt", type: .integer, minimum: 1, maximum: 100),
      Field("rate_limit_scope", role: .scope),
      Field("ratio", type: .number, minimum: -2, maximum: 1000),
      Field("ok", type: .boolean),
      Field("tags", type: .array),
      Field("size", type: .object),
      Field("details", role: .details, type: .object),
      Field("note"),
      Field("backoff_ms", type: .integer, minimum: 0),
      Field("hidden", sensitivity: .secret),
      Field("owner", sensitivity: .sensitive(fingerprint: "account")),
    ],
    errors: [ErrorCode("PT-HTTP-429", operatorMessage: "HTTP 429 received.")],
    events: [
      Event(
        "request_failed", level: "ERROR", services: ["engine"], components: ["rest_client"],
        requiredFields: ["error_code"], optionalFields: ["rate_limit_scope"],
        errorCodes: ["PT-HTTP-429"], message: "Order placement failed"),
      Event(
        "measured", level: "INFO", components: ["ws_client"],
        optionalFields: [
          "attempt", "rate_limit_scope", "ratio", "ok", "tags", "size", "note", "backoff_ms",
        ],
        details: [
          Detail("port", type: .integer), Detail("label", type: .string),
          Detail("pin", type: .string, sensitivity: .secret),
        ], message: SampleLog.longMessage),
      Event("said"),
      Event("records_dropped", level: "WARN", components: ["rest_client"]),
      Event(
        "signed_in", level: "INFO", components: ["rest_client"], optionalFields: ["owner"],
        details: [
          Detail("api_key", type: .string), Detail("token", type: .integer),
          Detail("holder", type: .string, sensitivity: .sensitive(fingerprint: "account")),
          Detail("city", type: .string, sensitivity: .sensitive(fingerprint: nil)),
        ], message: "{holder} with {api_key} in {city}, {token}"),
      Event(
        "setting_changed", level: "INFO", components: ["rest_client"],
        details: [Detail("value", type: .string), Detail("key", type: .string)],
        message: "Setting changed"),
    ], redaction: .sample)
}

/// What generated code looks like, for the sample catalog.
struct SampleLog {
  let logger: RecordLogger

  /// Longer than the last two steps let a text be.
  static let longMessage = String(repeating: "Measured \"it\". ", count: 10)

  /// `request_failed`
  func requestFailed(
    code: String, operatorMessage: String?, rateLimitScope: String? = nil, details: LogObject = [:]
  ) {
    guard logger.isEnabled(severity: 17, component: 1) else { return }
    logger.write(event: 0, severity: 17) { line in
      line.constant("{\"ts\":")
      line.timestamp()
      line.constant(
        """
        ,"level":"ERROR","service":"engine","component":"rest_client","event":"request_failed",\
        "message":"Order placement failed","correlation_id":
        """)
      line.correlationID()
      line.constant(",\"session_id\":")
      line.sessionID()
      line.spanID(prefix: ",\"span_id\":", suffix: "")
      line.constant(",\"error_code\":")
      line.name(code)
      line.name(rateLimitScope, prefix: ",\"rate_limit_scope\":")
      line.beginDetails(prefix: ",\"details\":")
      line.operatorMessage(operatorMessage)
      line.endDetails(adding: details)
      line.constant("}\n")
    }
  }

  /// The arguments of `measured`.
  struct Measurement {
    var attempt: Int?
    var scope: String?
    var ratio: Double?
    var isFine: Bool?
    var tags: [LogValue]?
    var size: LogObject?
    var note: String?
    var backoff: Int?
    var port: Int?
    var label: String?
    var details: LogObject = [:]
  }

  /// `measured`
  func measured(_ values: Measurement) {
    guard logger.isEnabled(severity: 9, component: 0) else { return }
    logger.write(event: 1, severity: 9) { line in
      line.check(values.attempt, minimum: 1, maximum: 100, name: "attempt")
      line.check(values.ratio, minimum: -2, maximum: 1000, name: "ratio")
      line.check(values.backoff, minimum: 0, name: "backoff_ms")
      line.constant("{\"ts\":")
      line.timestamp()
      line.constant(",\"level\":\"INFO\",\"service\":")
      line.serviceName()
      line.constant(
        """
        ,"component":"ws_client","event":"measured","message":"Measured \\"it\\". Measured \\"it\\". \
        Measured \\"it\\". Measured \\"it\\". Measured \\"it\\". Measured \\"it\\". Measured \
        \\"it\\". Measured \\"it\\". Measured \\"it\\". Measured \\"it\\". ","correlation_id":
        """)
      line.correlationID()
      line.constant(",\"session_id\":")
      line.sessionID()
      line.spanID(prefix: ",\"span_id\":", suffix: "")
      line.integer(
        values.attempt, minimum: 1, maximum: 100, key: "attempt", prefix: ",\"attempt\":")
      line.name(values.scope, prefix: ",\"rate_limit_scope\":")
      line.number(
        values.ratio, minimum: -2, maximum: 1000, key: "ratio", prefix: ",\"ratio\":")
      line.boolean(values.isFine, key: "ok", prefix: ",\"ok\":")
      line.array(values.tags, key: "tags", prefix: ",\"tags\":")
      line.object(values.size, key: "size", prefix: ",\"size\":")
      line.beginDetails(prefix: ",\"details\":")
      line.detail("\"port\":", integer: values.port)
      line.detail("\"label\":", text: values.label)
      line.endDetails(adding: values.details)
      line.text(values.note, key: "note", prefix: ",\"note\":")
      line.integer(values.backoff, minimum: 0, key: "backoff_ms", prefix: ",\"backoff_ms\":")
      line.constant("}\n")
    }
  }
}

extension SampleLog.Measurement {
  /// The same as values, for the path that follows the catalog's layout.
  var record: LogRecord {
    var record = LogRecord(
      level: "INFO", severity: 9, component: "ws_client", event: "measured",
      message: SampleLog.longMessage, details: details
    )
    .adding("attempt", .given(attempt)).adding("rate_limit_scope", .given(scope))
    .adding("ratio", .given(ratio)).adding("ok", .given(isFine)).adding("tags", .given(tags))
    .adding("size", .given(size)).adding("note", .given(note))
    .adding("backoff_ms", .given(backoff))
    if let port { record.declaredDetails["port"] = .given(port) }
    if let label { record.declaredDetails["label"] = .given(label) }
    return record
  }
}
