import CodebookCore
import Testing

/// Files that tools wrote: what each shows, and what it hides.
@Suite struct RealFileTests {
  @Test func pytestTellsEverything() throws {
    let file = try Fixtures.read("pytest.xml")
    #expect(file.writer == .other && file.hasEnded)
    #expect(file.outcomes("test_RR_01_ok") == [.passed])
    #expect(file.outcomes("test_RR_02_fail") == [.failed])
    #expect(file.outcomes("test_RR_03_skip") == [.skipped])
    #expect(file.outcomes("test_RR_04_xfail") == [.skipped], "it failed, as expected")
    #expect(file.outcomes("test_RR_05_xpass_strict") == [.failed])
    #expect(file.outcomes("test_RR_06_setup") == [.failed])
    #expect(file.outcomes("test_RR_08_double") == [.failed, .failed])
    #expect(file.outcomes("test_RR_01_param") == [.passed, .passed, .skipped])
    #expect(file.outcomes("test_RR_03_sub") == [.failed])
    #expect(file.outcomes("test_RR_04_runtime_skip") == [.skipped])
    let failed = try #require(file.results.first { $0.name == "test_RR_02_fail" })
    #expect(failed.group == "test_a")
    #expect(failed.reason == "AssertionError: x <&>#x01 é")
    let skipped = try #require(file.results.first { $0.name == "test_RR_03_skip" })
    #expect(skipped.reason == "no")
  }

  @Test func theEventStreamTellsEverything() throws {
    let file = try Fixtures.read("swift-testing.jsonl")
    #expect(file.writer == .eventStream && file.hasEnded)
    #expect(file.outcomes("RR_01_passes()") == [.passed])
    #expect(file.outcomes("RR_02_fails()") == [.failed])
    #expect(file.outcomes("RR_03_disabled()") == [.skipped])
    #expect(file.outcomes("RR_04_known()") == [.skipped], "it failed, as known")
    #expect(file.outcomes("RR_05_cancelled()") == [.skipped])
    #expect(file.outcomes("RR_07_noArguments") == [.skipped])
    #expect(file.outcomes("RR_08_someFail") == [.failed])
    #expect(file.outcomes("RR_09_someCancel") == [.passed])
    #expect(file.outcomes("RR_09_allCancel") == [.skipped])
    #expect(file.outcomes("RR_12_warning()") == [.passed])
    #expect(file.outcomes("RR_15_knownIntermittent()") == [.passed])
    #expect(file.results.count == 21)
    let groups = file.results.filter { !$0.group.hasSuffix("Rows") }.map(\.group)
    #expect(
      groups.sorted() == [
        "ETests", "ETests", "ETests.Outer.Inner.Deep", "ETests.Outer.Inner.Deep", "ETests.Param",
      ])
    let failed = try #require(file.results.first { $0.name == "RR_02_fails()" })
    #expect(failed.reason == "Expectation failed: (1 + 1 → 2) == 3")
  }

  @Test func swiftTestingsXMLHidesWhatWasCancelled() throws {
    let file = try Fixtures.read("swift-testing.xml")
    #expect(file.writer == .swiftTesting)
    #expect(file.outcomes("RR_03_disabled()") == [.skipped])
    #expect(file.outcomes("RR_05_cancelled()") == [.passed])
    #expect(file.outcomes("RR_09_allCancel") == [.passed])
    #expect(file.outcomes("RR_04_known()") == [.passed])
    let stream = try Fixtures.read("swift-testing.jsonl")
    let names = { (file: ResultFile) in Set(file.results.map { "\($0.group).\($0.name)" }) }
    #expect(names(file) == names(stream), "both name tests alike")
  }

  @Test func theXMLOfXCTestHidesWhatWasSkipped() throws {
    let file = try Fixtures.read("xctest.xml")
    #expect(file.writer == .xctest)
    #expect(file.outcomes("testRR_02_skip") == [.passed])
    #expect(file.outcomes("testRR_03_fail") == [.failed])
  }
}
