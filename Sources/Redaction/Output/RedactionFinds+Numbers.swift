extension RedactionFinds {
  /// The numbers of the rules that found something, once for each find.
  package var ruleNumbers: [UInt16] { rules }
}
