extension RedactionFinds {
  /// The numbers of the rules that found something, once for each find.
  package var ruleNumbers: [UInt16] { rules }

  /// Adds a find of a rule by its number.
  package mutating func add(ruleNumber: Int) { add(rule: ruleNumber) }
}
