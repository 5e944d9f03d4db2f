import CodebookLogs
import Foundation
import Testing

/// The public suite's own cases: `CODEBOOK_CONFORMANCE` says where a folder `jsontestsuite` has the
/// files of its folder `test_parsing`.
private let folder: URL? = {
  let place = ProcessInfo.processInfo.environment["CODEBOOK_CONFORMANCE"].map {
    URL(filePath: $0).appending(path: "jsontestsuite")
  }
  return place.flatMap { FileManager.default.fileExists(atPath: $0.path) ? $0 : nil }
}()

@Suite(
  "The cases of JSONTestSuite as details",
  .enabled(if: folder != nil, "CODEBOOK_CONFORMANCE names no folder with jsontestsuite"))
struct JSONTestSuiteTests {
  /// Those that the suite leaves to readers, and that are refused here: bytes that are not UTF-8,
  /// another encoding, a byte order mark, and more than 64 containers. Halves of surrogate pairs as
  /// escapes and numbers without a place in 64 bits are taken.
  private static let refused: Set<String> = [
    "i_string_UTF-16LE_with_BOM", "i_string_UTF-8_invalid_sequence",
    "i_string_UTF8_surrogate_U+D800", "i_string_invalid_utf-8", "i_string_iso_latin_1",
    "i_string_lone_utf8_continuation_byte", "i_string_not_in_unicode_range",
    "i_string_overlong_sequence_2_bytes", "i_string_overlong_sequence_6_bytes",
    "i_string_overlong_sequence_6_bytes_null", "i_string_truncated-utf-8",
    "i_string_utf16BE_no_BOM", "i_string_utf16LE_no_BOM", "i_structure_500_nested_arrays",
    "i_structure_UTF-8_BOM_empty_object",
  ]

  @Test func eachIsClassifiedRightly() throws {
    let folder = try #require(folder)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") }.sorted()
    #expect(files.count > 300)
    var checker = RecordChecker(.sample)
    for file in files {
      let text = [UInt8](try Data(contentsOf: folder.appending(path: file)))
      let name = String(file.dropLast(5))
      let isExpected = name.hasPrefix("y_") || name.hasPrefix("i_") && !Self.refused.contains(name)
      #expect(JSONVerdict.acceptsDetail(text, &checker) == isExpected, "\(name)")
    }
  }
}
