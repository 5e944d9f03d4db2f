/// The format of the section `stability`.
extension CatalogFormat {
  static let stability = ObjectShape(
    noun: "stability",
    properties: [
      .optional("ledger", .text(.path), "The record of all releases, beside the catalog."),
      .optional(
        "accepted", .list(of: .object(acceptance), minimum: 0),
        "Warnings about changes that were looked at; `codebook accept` writes them."),
      .optional(
        "waivers", .list(of: .object(waiver), minimum: 0),
        "Errors about changes that are let pass for a while."),
    ], allowsExtensions: false)

  private static let claim: [Property] = [
    .required("rule", .text(.ruleID), "The rule that found the change."),
    .required("entry", .prose, "The ID of what was changed."),
    .required("fingerprint", .text(.fingerprint), "Which change of it; findings show it."),
    .required("reason", .text(.reason), "Why it may pass."),
  ]

  private static let acceptance = ObjectShape(
    noun: "an accepted change", properties: claim, allowsExtensions: false)

  private static let waiver = ObjectShape(
    noun: "a waiver",
    properties: claim + [
      .required("owner", .text(.reason), "Who answers for it."),
      .required("expires", .text(.date), "The last day on which it counts."),
    ], allowsExtensions: false)
}
