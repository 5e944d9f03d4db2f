import BundleReport
import Testing

@Suite struct ExportTests {
  @Test func whatIsShownComesWithIt() {
    let file = BundleDescription.File("manifest.json", role: .manifest)
    #expect(file.role == .manifest)
  }
}
