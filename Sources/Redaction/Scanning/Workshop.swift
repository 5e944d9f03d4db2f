/// Where texts are worked on.
struct Workshop: Sendable {
  let memory: TableMemory
  let labels: RuleLabels

  func redacted(_ text: Text, key: Text, finds: inout RedactionFinds) -> [UInt8]? { nil }

  func spans(in text: Text, key: Text) -> [RedactionSpan] { [] }
}
