/// The keys in a record's details that belong to the catalog or to the runtime.
struct ReservedKeys {
  let layout: CatalogLayout
  /// The place of the record's event in the catalog; negative where it has none.
  let event: Int
  /// Keys that fingerprints have taken.
  let taken: [String]

  /// Whether a key is none that the caller may have.
  func contains(_ key: String) -> Bool {
    layout.reserves(key, inDetailsOf: event) || taken.contains(key)
  }

  /// A key that the caller may have: with as many `_` behind it as it takes.
  func free(_ key: String) -> String {
    var free = layout.reserves(key, inDetailsOf: event) ? key + "_" : key
    while taken.contains(free) { free += "_" }
    return free
  }
}
