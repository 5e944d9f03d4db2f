internal import CodebookLogs

/// A record in the form of OpenTelemetry's logs protocol.
package struct OTLPRecord {
  package init() {}
}
