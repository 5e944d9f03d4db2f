/// A catalog as templates see it; the root of every name in them.
///
/// A class, since every view of an entry has it: a copy would count references by the dozen.
package final class CatalogContext: Sendable {
  let catalog: Catalog
  /// 64 hexadecimal digits.
  let digest: String
  let index: CatalogIndex
  /// What a ledger tells of the catalog's entries; empty where there is none.
  let history: [EntryKey: EntryHistory]
  let changelog: Changelog?

  /// - Parameter ledger: Where the catalog names one that can be relied on.
  package init(_ catalog: Catalog, digest: String, ledger: Ledger? = nil) {
    self.catalog = catalog
    self.digest = digest
    index = CatalogIndex(catalog)
    history = ledger?.snapshot().entries.mapValues(\.history) ?? [:]
    changelog = ledger.map { Changelog($0) }
  }

  /// The value that templates are rendered with.
  package var root: any TemplateObject { View(model: self, table: Self.table) }

  private static let table = ViewTable<CatalogContext>([
    ("product", { ProductView.table.object($0.catalog.product) }),
    ("version", { .string($0.catalog.product.version) }),
    ("digest", { .string($0.digest) }),
    ("levels", { $0.views($0.catalog.levels, LevelView.table) }),
    ("severityRanges", { SeverityRangeView.list($0) }),
    ("services", { $0.views($0.catalog.services, ServiceView.table) }),
    ("components", { $0.views($0.catalog.components, ComponentView.table) }),
    ("fields", { $0.views($0.index.orderedFields + $0.index.retiredFields, FieldView.table) }),
    ("recordFields", { $0.views($0.index.orderedFields, FieldView.table) }),
    ("requiredFields", { $0.views($0.index.orderedFields.filter(\.isRequired), FieldView.table) }),
    ("hasDeprecatedLevels", { .bool($0.catalog.levels.hasDeprecated) }),
    ("hasDeprecatedServices", { .bool($0.catalog.services.hasDeprecated) }),
    ("hasDeprecatedComponents", { .bool($0.catalog.components.hasDeprecated) }),
    ("hasDeprecatedFields", { .bool($0.catalog.fields.hasDeprecated) }),
    ("hasDeprecatedScopes", { .bool($0.catalog.scopes.hasDeprecated) }),
    ("hasDeprecatedDomains", { .bool($0.catalog.domains.hasDeprecated) }),
    ("hasDeprecatedErrors", { .bool($0.catalog.errors.hasDeprecated) }),
    ("hasDeprecatedEvents", { .bool($0.catalog.events.hasDeprecated) }),
    ("releases", { ChangelogView.release.list($0.changelog?.releases ?? []) }),
    ("hasReleases", { .bool($0.changelog?.releases.isEmpty == false) }),
    ("roles", { .object(RoleLookup(context: $0)) }),
    ("scopes", { $0.views($0.catalog.scopes, ScopeView.table) }),
    ("domains", { $0.views($0.catalog.domains, DomainView.table) }),
    ("errors", { $0.views($0.catalog.errors, ErrorView.table) }),
    ("parameterized", { $0.views($0.index.parameterizedErrors, ErrorView.table) }),
    (
      "parameterizedByPythonName",
      { context in
        context.views(PythonOrder.sorted(context.index.parameterizedErrors), ErrorView.table)
      }
    ),
    ("events", { $0.views($0.catalog.events, EventView.table) }),
    ("loggedEvents", { $0.views($0.catalog.events.filter { !$0.isRetired }, EventView.table) }),
    ("hasLoggedEvents", { .bool($0.catalog.events.contains { !$0.isRetired }) }),
    (
      "generalParameters",
      { EventParameterView.list(EventParameter.general(in: $0.index), $0) }
    ),
    ("recordSamples", { RecordSampleView.list($0) }),
    ("takesDetails", { .bool($0.index.hasDetails) }),
    ("takesErrorCode", { .bool($0.index.orderedFields.contains { $0.role == .errorCode }) }),
    ("runtimeEvents", { .list(TemplateList($0.undeclaredRuntimeEvents.map { .string($0) })) }),
    (
      "hasRuntimeComponent",
      { .bool($0.index.components[RuntimeNames.component] != nil) }
    ),
    ("hasRuntimeEvents", { .bool(!$0.undeclaredRuntimeEvents.isEmpty) }),
    ("constrainedEvents", { $0.views($0.index.constrainedEvents, EventView.table) }),
    ("hasConstrainedEvents", { .bool(!$0.index.constrainedEvents.isEmpty) }),
    ("guidelines", { GuidelineView.table.list($0.catalog.guidelines) }),
    ("guideline", { .object(GuidelineLookup(topics: $0.catalog.guidelines)) }),
    (
      "otherGuidelines",
      { context in
        GuidelineView.table.list(
          context.catalog.guidelines.filter { !DocumentViews.placedTopics.contains($0.id) })
      }
    ),
    (
      "examples",
      { context in
        .list(TemplateList(context.catalog.examples.map { .text($0) }))
      }
    ),
    ("redaction", { RedactionView.table.object($0) }),
    ("redactionRulesJSON", { .text($0.redactionRulesJSON) }),
    ("redactionTables", { $0.redactionTables }),
    ("matrix", { $0.views($0.catalog.matrix, ScenarioView.table) }),
    ("hasComponents", { .bool(!$0.catalog.components.isEmpty) }),
    ("hasBoundComponents", { .bool($0.catalog.components.contains { !$0.services.isEmpty }) }),
    ("hasScopes", { .bool(!$0.catalog.scopes.isEmpty) }),
    ("hasDomains", { .bool(!$0.catalog.domains.isEmpty) }),
    ("hasErrors", { .bool(!$0.catalog.errors.isEmpty) }),
    ("hasParameterized", { .bool(!$0.index.parameterizedErrors.isEmpty) }),
    ("hasEvents", { .bool(!$0.catalog.events.isEmpty) }),
    ("hasExamples", { .bool(!$0.catalog.examples.isEmpty) }),
    ("hasMatrix", { .bool(!$0.catalog.matrix.isEmpty) }),
    ("componentsAreClosed", { .bool($0.catalog.componentsAreClosed) }),
    ("eventsAreClosed", { .bool($0.catalog.eventsAreClosed) }),
    ("scopesAreClosed", { .bool($0.catalog.scopesAreClosed) }),
  ]).adding(BundleView.names).adding(ResilienceView.names)

  /// The events that runtimes write by themselves and that the catalog does not declare.
  private var undeclaredRuntimeEvents: [String] {
    RuntimeNames.events.filter { index.events[$0] == nil }
  }

  /// Entries as a list of views that know the catalog around them.
  func views<Model: Entry>(
    _ entries: [Model], _ table: ViewTable<InContext<Model>>
  ) -> TemplateValue {
    .list(
      TemplateList(count: entries.count) { place in
        table.object(InContext(entry: entries[place], context: self))
      })
  }

  /// One entry as a view.
  func view<Model: Entry>(_ entry: Model, _ table: ViewTable<InContext<Model>>) -> TemplateValue {
    table.object(InContext(entry: entry, context: self))
  }
}

/// An entry together with the catalog that it stands in.
struct InContext<Model: Entry>: Sendable {
  let entry: Model
  let context: CatalogContext

  var catalog: Catalog { context.catalog }
  var index: CatalogIndex { context.index }
}

/// `{{roles.level.name}}`: the field of a role; false where no field has it.
private struct RoleLookup: TemplateObject {
  let context: CatalogContext

  func value(named name: String) -> TemplateValue? {
    guard let role = FieldRole(rawValue: name) else { return nil }
    let field = context.catalog.fields.first { $0.role == role }
    return field.map { context.view($0, FieldView.table) } ?? .bool(false)
  }

  var names: [String] { FieldRole.allCases.map(\.rawValue) }
}

/// `{{#guideline.correlation}}`: the rules of one topic; false where the catalog has no such topic.
private struct GuidelineLookup: TemplateObject {
  let topics: [GuidelineTopic]

  func value(named name: String) -> TemplateValue? {
    let topic = topics.first { $0.id == name }
    return topic.map { DocumentViews.statements($0.rules) } ?? .bool(false)
  }

  var names: [String] { topics.map(\.id) }
}
