import Testing

@testable import CodebookCore

/// Which rows a test's name has.
@Suite struct MatrixNameTests {
  private let names = TestNames(["RR-01", "RR-02", "PERF-7"])

  @Test(arguments: [
    ("RR_01_waits()", ["RR-01"]),
    ("test_RR_01_waits", ["RR-01"]),
    ("test_RR_01", ["RR-01"]),
    ("test_waits_RR_02[RR_01-a]", ["RR-02"]),
    ("waits(RR_01:)", []),
    ("`RR-01 waits (and goes on)`()", ["RR-01"]),
    ("test_PERF_7_is_quick", ["PERF-7"]),
    ("test_RR_01_and_RR_02", ["RR-01", "RR-02"]),
    ("test_RR_99", ["RR-99"]),
    ("test_RR_011", ["RR-011"]),
    ("test_RR_01a", ["RR-01a"]),
    ("test_RR__01", []),
    ("test_RR.01", []),
    ("test_ERR_01", []),
    ("testRR_01", []),
    ("test_rr_01", []),
    ("test_RR_x", []),
    ("test_RR", []),
    ("test_XX_01", []),
    ("RR_0１", ["RR-0１"]),
    ("", []),
  ])
  func idsAreWholeWords(_ name: String, _ ids: [String]) {
    #expect(names.ids(in: name) == ids)
  }

  @Test(arguments: [
    ("test_rr_01_waits", true), ("testRR_01", true), ("test_RR_1", false), ("RR01", true),
    ("test_RR_012", false), ("test_waits", false),
  ])
  func whatComesNearIsTold(_ name: String, _ isNear: Bool) {
    #expect(TestNames.comesNear(name, "RR-01") == isNear)
  }
}
