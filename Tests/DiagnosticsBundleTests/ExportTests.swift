import DiagnosticsBundle
import Testing

@Suite struct ExportTests {
  @Test func whatABundleIsMadeOfComesWithIt() {
    let key = BundleDescription.ConfigurationKey("mode", type: .string)
    let file = BundleDescription.File("config/app.json", role: .configuration([key]))
    #expect(file.role == .configuration([key]))
    #expect(key.sensitivity == CatalogDescription.Sensitivity.public)
  }
}
