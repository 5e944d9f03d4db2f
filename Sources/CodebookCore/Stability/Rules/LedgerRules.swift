extension RuleRegistry {
  static let versionBumpTooSmall = lifecycle(
    "version-bump-too-small", "The catalog's version is large enough for what changed.",
    """
    A break takes the first number (below 1.0.0 the second), an addition the second, and other \
    words the third: people decide by it whether to upgrade. While the version is still the \
    released one nothing is asked; `codebook release` demands the right one.
    """,
    bad: "a code removed under a waiver, and version 1.0.1 after 1.0.0", good: "version 2.0.0")

  static let releaseUnfinished = lifecycle(
    "release-unfinished", "The catalog's version is not behind its ledger.",
    "A release was broken off, or a branch was merged that had not released yet.",
    bad: "version 1.0.0, and a ledger with 1.1.0", good: "codebook release 1.1.0, once more")

  static let unusedWaiver = lifecycle(
    "unused-waiver",
    "Everything under `stability.accepted` and `stability.waivers` lets a finding pass.",
    """
    What is no longer needed would let the next mistake pass. Where a change was changed again its \
    fingerprint is another one: it must be looked at again.
    """,
    bad: "an accepted wording that was taken back", good: "the item removed")

  static let expiredWaiver = lifecycle(
    "expired-waiver", "No waiver counts beyond its last day.",
    "A waiver is a debt with a date, and with an owner who is asked.",
    bad: "expires: \"2026-01-31\", in February", good: "the change undone, or a later day agreed")

  static let ledgerMissing = lifecycle(
    "ledger-missing", "A ledger that the catalog names is there.",
    "Without it every published code could change or vanish, and nothing would tell.",
    bad: "git rm catalog.ledger.jsonl", good: "git checkout HEAD -- catalog.ledger.jsonl")

  static let ledgerSyntax = lifecycle(
    "ledger-syntax", "A ledger is JSON Lines as codebook writes them.",
    "A line that cannot be read is a promise that cannot be kept. Nothing is guessed or mended.",
    bad: "markers of a merge conflict, a line cut short, CR LF, keys of a version to come",
    good: "the line as it was committed")

  static let ledgerDuplicate = lifecycle(
    "ledger-duplicate", "No line stands in a ledger twice.",
    "It is what a merge left behind.", bad: "both sides of a conflict kept, with lines in common",
    good: "each line once")

  static let ledgerOrder = lifecycle(
    "ledger-order", "The lines of a ledger stand in the order in which they were written.",
    "Facts stand before their release, and a release behind those that it follows.",
    bad: "sort catalog.ledger.jsonl", good: "the ledger as it was committed")

  static let ledgerEdited = lifecycle(
    "ledger-edited", "What a ledger says is never changed and never taken away.",
    """
    It is the one record of what was promised. Each release has a digest of its facts, so that an \
    edit shows by itself; `codebook check --ledger-base git:REV` proves that every line of an \
    earlier commit is still there. Nothing can let this pass.
    """,
    bad: "a message mended in the ledger", good: "the message changed in the catalog, and released")

  static let ledgerConflict = lifecycle(
    "ledger-conflict", "No ID was published by two branches with two meanings.",
    """
    Stored logs of the one would be read with the meaning of the other. Nothing can let this \
    pass: the release of one branch is made again with another ID, before anybody has seen it.
    """,
    bad: "two branches that each release a code 007 of their own, merged",
    good: "the second one released again, as 008")

  static let ledgerUnjoined = lifecycle(
    "ledger-unjoined", "Every release but the last is followed by another.",
    """
    Two branches released by themselves and were merged. The next release joins them; until then \
    no version says what is true now.
    """,
    bad: "1.1.0 of one branch and 1.1.0 of another", good: "codebook release 1.2.0")

  private static func lifecycle(
    _ id: String, _ summary: String, _ rationale: String, bad: String, good: String
  ) -> Rule {
    Rule(
      id: id, stage: .comparing, summary: summary, rationale: rationale, badExample: bad,
      goodExample: good)
  }
}
