import Redaction
import Testing

@testable import CodebookRuntime

/// What stands in details for values that their keys, or the catalog, say something of.
@Suite struct MemberRedactionTests {
  private static let key = FingerprintKey(hex: String(repeating: "0f", count: 32))

  private func details(_ details: LogObject, key: FingerprintKey? = nil) -> String? {
    let fixture = Fixture(fingerprintKey: key)
    fixture.say(details: details)
    return fixture.sink.last.between("\"details\":{", "}}\n")
  }

  @Test func valuesOfSecretKeysGoWhateverTheyAre() {
    let secret = Planted.text(20)
    for value: LogValue in [.string(secret), [.string(secret)], ["x": .string(secret)], [], [:], 7]
    {
      #expect(details(["userPassword": value]) == "\"userPassword\":\"[redacted:password]\"")
    }
    #expect(
      details(["a": [["DB-PASSWD": .string(secret)]]])
        == #""a":[{"DB-PASSWD":"[redacted:password]"}]"#)
  }

  @Test func whatTellsNothingStays() {
    #expect(
      details(["password": nil, "a_password": true, "b_password": "", "c_password": "****abcd"])
        == #""password":null,"a_password":true,"b_password":"","c_password":"****abcd""#)
    #expect(
      details(["password": "[redacted:token]", "a_password": "[redacted:none-of-ours]"])
        == #""password":"[redacted:token]","a_password":"[redacted:password]""#)
    #expect(details(["token": 5, "token_count": "many"]) == #""token":5,"token_count":"many""#)
    #expect(details(["token": "5"]) == #""token":"[redacted:token]""#)
    #expect(details(["PWD": "/srv/app"]) == #""PWD":"/srv/app""#)
  }

  @Test func aMaskShowsFourCharactersOfSixteen() {
    let account = "DE00 1234 5678 \(Planted.text(4))"
    #expect(
      details(["account_number": .string(account)])
        == "\"account_number\":\"****\(account.suffix(4))\"")
    #expect(details(["account_number": "12345"]) == "\"account_number\":\"[redacted:account]\"")
    #expect(
      details(["account_number": .integer(1_234_567)])
        == "\"account_number\":\"[redacted:account]\"")
  }

  @Test func aFingerprintTakesTheKeysPlaceToo() throws {
    let secret = Planted.text(24)
    let key = try #require(Self.key)
    let print = try #require(
      key.fingerprint(kind: "credential", secret: secret, prefix: "PT"))
    #expect(print.hasPrefix("fp1:") && print.utf8.count == 20)
    #expect(
      details(["api_key": .string(secret)], key: key) == "\"credential_fingerprint\":\"\(print)\"")
    #expect(details(["api_key": .string(secret)]) == #""api_key":"[redacted:api-key]""#)
    #expect(details(["api_key": [1]], key: key) == #""api_key":"[redacted:api-key]""#)
    #expect(
      details(["credential_fingerprint": 1, "api_key": .string(secret)], key: key)
        == "\"credential_fingerprint\":1,\"credential_fingerprint_\":\"\(print)\"")
    let number = try #require(key.fingerprint(kind: "credential", secret: "-7", prefix: "PT"))
    #expect(details(["api_key": -7], key: key) == "\"credential_fingerprint\":\"\(number)\"")
    let fixture = Fixture(fingerprintKey: key)
    #expect(fixture.logger.fingerprint(of: secret, kind: "credential") == print)
    #expect(fixture.logger.fingerprint(of: secret, kind: "pin") == nil)
    #expect(Fixture().logger.fingerprint(of: secret, kind: "credential") == nil)
  }

  @Test func pairsAndHeadersAndArgumentsAreKnown() {
    let secret = LogValue.string(Planted.text(20))
    #expect(
      details(["h": [["name": "X-Api-Key", "value": secret, "val": secret]]])
        == #""h":[{"name":"X-Api-Key","value":"[redacted:api-key]","val":"[redacted:api-key]"}]"#)
    #expect(
      details(["value": secret, "header": "Authorization"])
        == #""value":"[redacted:authorization]","header":"Authorization""#)
    #expect(
      details(["name": "color", "value": "red"]) == #""name":"color","value":"red""#)
    #expect(
      details(["h": [["Authorization", secret], ["Accept", "all"]]])
        == #""h":[["Authorization","[redacted:authorization]"],["Accept","all"]]"#)
    #expect(
      details(["argv": ["run", "--token", secret, "-v", "--password", "--token", 5]])
        == #""argv":["run","--token","[redacted:token]","-v","--password","--token",5]"#)
  }

  @Test func declaredValuesAreTreatedOnceForTheCatalog() throws {
    let key = try #require(Self.key)
    let secret = Planted.text(24)
    let print = try #require(key.fingerprint(kind: "account", secret: secret, prefix: "PT"))
    let credential = try #require(key.fingerprint(kind: "credential", secret: secret, prefix: "PT"))
    for (hasKey, expected) in [
      (
        false,
        #""details":{"api_key":"[redacted:api-key]","token":5,"holder":"[redacted:sensitive]","#
          + #""city":"[redacted:sensitive]"},"owner":"[redacted:sensitive]"}"# + "\n"
      ),
      (
        true,
        #""details":{"credential_fingerprint":"\#(credential)","token":5,"#
          + #""account_fingerprint":"\#(print)","city":"[redacted:sensitive]","#
          + #""account_fingerprint_":"\#(print)"}}"# + "\n"
      ),
    ] {
      let fixture = Fixture(fingerprintKey: hasKey ? key : nil)
      fixture.log.signedIn(secret)
      fixture.logger.record(SampleLog.signedInRecord(secret))
      #expect(fixture.sink.last.hasSuffix(expected), "\(fixture.sink.last)")
      #expect(fixture.sink.lines.first == fixture.sink.last)
      #expect(
        fixture.sink.last.contains(
          "\"message\":\"[redacted:sensitive] with [redacted:api-key] in [redacted:sensitive], 5\"")
      )
    }
  }

  @Test func aDeclaredSettingIsAPair() {
    let fixture = Fixture()
    fixture.log.settingChanged(value: Planted.text(20), key: "api_key", details: ["val": "more"])
    #expect(
      fixture.sink.last.hasSuffix(
        #""details":{"value":"[redacted:api-key]","key":"api_key","val":"[redacted:api-key]"}}"#
          + "\n"))
    fixture.log.settingChanged(value: "blue", key: "color", details: [:])
    #expect(fixture.sink.last.hasSuffix(#""details":{"value":"blue","key":"color"}}"# + "\n"))
  }

  @Test func findsAreCountedOnceTheRecordIsWritten() {
    let fixture = Fixture()
    let long = LogValue.string(String(repeating: "x ", count: 8000))
    // The first steps do not fit.
    fixture.say(details: ["password": "planted", "a": long, "b": long, "c": long])
    fixture.log.signedIn(Planted.text(20))
    #expect(
      fixture.logger.redactionCounts == ["password": 1, "api-key": 2, "sensitive": 5])
  }
}
