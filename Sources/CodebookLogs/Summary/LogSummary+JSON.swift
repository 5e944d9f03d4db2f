package import CodebookCore
internal import CodebookRuntime

extension LogSummary {
  /// The version of this form; it changes when a member goes or changes its meaning.
  static let formVersion = 1

  /// The summary as JSON; `SummaryReader` reads it. What was never seen is left out.
  package var value: JSONValue {
    var members: [(String, JSONValue)] = [
      ("codebook_log_summary", .integer(Self.formVersion)),
      ("catalog", catalogValue),
      ("lines", .integer(lines)),
      ("records", .integer(records)),
      ("bytes", .integer(bytes)),
      ("faulty_lines", .integer(faultyLines)),
      ("time", timeValue),
      ("fields", .counts(names.fields.enumerated().map { ($0.element, count(field: $0.offset)) })),
      ("details", detailsValue),
      ("event_scopes", eventScopesValue),
      ("over_time", overTimeValue),
      ("findings", findings.value),
    ]
    members += CountedNames.Kind.allCases.map { ($0.member, namesValue($0)) }
    return .object(members)
  }

  private var catalogValue: JSONValue {
    .object([
      ("product", .string(names.product)), ("version", .string(identity.version)),
      ("digest", .string(identity.digest)),
    ])
  }

  private var timeValue: JSONValue {
    var members: [(String, JSONValue)] = [("without", .integer(timeless))]
    if let times {
      members.append(("first", .string(Timestamp(milliseconds: times.lowerBound).description)))
      members.append(("last", .string(Timestamp(milliseconds: times.upperBound).description)))
    }
    return .object(members)
  }

  private func namesValue(_ kind: CountedNames.Kind) -> JSONValue {
    let known = names.names(kind).enumerated().map {
      ($0.element, count(kind, Int16(clamping: $0.offset)))
    }
    var members: [(String, JSONValue)] = [
      ("names", .counts(known)),
      ("absent", .integer(count(kind, RecordFacts.Index.none))),
    ]
    let unknown = count(kind, RecordFacts.Index.unknown)
    if Self.unlistedKinds.contains(kind) {
      let unlisted = unlisted(kind)
      members.append(("unlisted", .counts(unlisted.counts.map { ($0.key, $0.value) })))
      members.append(("unlisted_others", .integer(unlisted.others)))
    } else {
      members.append(("unknown", .integer(unknown)))
    }
    return .object(members)
  }

  private var detailsValue: JSONValue {
    let events = names.names(.events).enumerated().compactMap { event, name in
      let counts = names.details[event].enumerated().map {
        ($0.element, count(event: event, detail: $0.offset))
      }
      return counts.contains { $0.1 > 0 } ? (name, JSONValue.counts(counts)) : nil
    }
    return .object(events)
  }

  private var eventScopesValue: JSONValue {
    let byEvent = Dictionary(grouping: pairs, by: \.key.event)
    return .object(
      byEvent.map { event, pairs in
        let scopes = pairs.map { (names.names(.scopes)[Int($0.key.scope)], $0.value) }
        return (names.names(.events)[Int(event)], .counts(scopes))
      })
  }
}

extension CountedNames.Kind {
  /// What its member is called, and what it is for people.
  package var member: String {
    switch self {
    case .levels: "levels"
    case .services: "services"
    case .components: "components"
    case .scopes: "scopes"
    case .events: "events"
    case .codes: "codes"
    }
  }
}

extension JSONValue {
  /// Names with how often each was seen; those that never were are left out.
  static func counts(_ counts: [(String, Int)]) -> JSONValue {
    .object(counts.filter { $0.1 > 0 }.map { ($0.0, .integer($0.1)) })
  }
}
