import CodebookLogs
import CodebookRuntime

/// The names of a catalog as libFuzzer's dictionaries have them.
enum NameDictionary {
  static func entries(_ catalog: LogCatalog) -> String {
    let description = catalog.description
    let keys = description.fields.map(\.name) + description.events.flatMap(\.details).map(\.name)
    let names =
      description.levels.map(\.name) + description.services + description.components
      + description.events.map(\.name) + description.errors.map(\.code) + catalog.scopes
    let entries = keys.map { #""\"\#($0)\":""# } + names.map { #""\"\#($0)\"""# }
    return Set(entries).sorted().map { $0 + "\n" }.joined()
  }
}
