/// How far the details of a record have come.
struct DetailsProgress {
  /// Where the line goes on if nothing stands in them.
  var start = 0
  var hasMember = false
  /// The arguments that were not valid; `nil` where all were, so that nothing is allocated.
  var invalid: [String]?
  /// What stands for sensitive fields, in the order of the fields.
  var fingerprints: [(field: Int, key: String, text: String)] = []
  /// Keys that fingerprints have taken.
  var taken: [String] = []
  /// What the event declares, where a secret and its name may be two members of it.
  var held: LogObject?
  /// The code's operator message, where what comes before it is held.
  var operatorMessage: String?

  /// Starts over.
  ///
  /// What most records leave empty is looked at before it is replaced: that costs less than to
  /// release what stood there.
  mutating func restart() {
    start = 0
    hasMember = false
    if invalid != nil { invalid = nil }
    if !fingerprints.isEmpty { fingerprints = [] }
    if !taken.isEmpty { taken = [] }
    if held != nil { held = nil }
    if operatorMessage != nil { operatorMessage = nil }
  }
}
