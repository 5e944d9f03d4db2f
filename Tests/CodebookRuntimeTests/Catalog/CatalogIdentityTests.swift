import CodebookRuntime
import Testing

@Suite struct CatalogIdentityTests {
  @Test(arguments: [
    ("1.0.0", "a", "1.0.0", "a", CatalogIdentity.Compatibility.identical),
    ("1.0.0", "a", "1.1.0", "b", .compatible), ("1.9.3", "a", "1.10.0", "b", .compatible),
    ("1.0.0", "a", "1.0.0", "b", .incompatible), ("1.0.0", "a", "2.0.0", "b", .incompatible),
    ("1.0.0", "a", "1.1.0-beta", "b", .incompatible), ("1.0", "a", "1.1.0", "b", .incompatible),
    ("1.0.0", "a", "1.1.0+x", "b", .incompatible), ("", "a", "", "b", .incompatible),
    ("01.0.0", "a", "1.1.0", "b", .incompatible), ("0.1.0", "a", "0.2.0", "b", .compatible),
    ("1.0.0-rc", "a", "1.0.0-rc", "a", .identical),
  ])
  func twoCatalogs(
    _ version: String, _ digest: String, _ otherVersion: String, _ otherDigest: String,
    _ expected: CatalogIdentity.Compatibility
  ) {
    let one = CatalogIdentity(version: version, digest: digest)
    let other = CatalogIdentity(version: otherVersion, digest: otherDigest)
    #expect(one.compatibility(with: other) == expected)
    #expect(other.compatibility(with: one) == expected)
  }
}
