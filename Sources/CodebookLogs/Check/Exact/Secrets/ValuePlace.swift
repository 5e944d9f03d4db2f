internal import CodebookRuntime

/// A field or a detail that the catalog declares, as far as secrets are concerned.
struct ValuePlace {
  let name: String
  let type: CatalogDescription.JSONType
  let sensitivity: CatalogDescription.Sensitivity

  init(_ field: CatalogDescription.Field) {
    (name, type, sensitivity) = (field.name, field.type, field.sensitivity)
  }

  init(_ detail: CatalogDescription.Detail) {
    (name, type, sensitivity) = (detail.name, detail.type, detail.sensitivity)
  }
}
