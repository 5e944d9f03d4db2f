/// Words that tell seed phrases from prose.
enum SeedWordLists {
  /// What prose has and no list of seed words.
  static let grammar = WordSet(
    """
    and are been but could did does for from had has her his its not our should than the their \
    was were which with would
    """)

  /// End as plurals do.
  static let noPlurals = WordSet(
    """
    always perhaps series
    """)

  /// End as past forms do.
  static let noPasts = WordSet(
    """
    hundred naked sacred wicked
    """)

  /// End as gerunds do.
  static let noGerunds = WordSet(
    """
    amazing building ceiling clothing darling during evening morning nothing spring string \
    viking wedding
    """)
}
