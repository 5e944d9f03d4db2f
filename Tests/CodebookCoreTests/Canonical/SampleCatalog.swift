import CodebookCore
import Testing

/// A catalog that uses every key of the format.
enum SampleCatalog {
  static let text = """
    # A comment.
    codebook: 1
    product:
      {name: Shop, prefix: SH, version: 1.2.0, swift_module: ShopCatalog,
       python_package: shop_catalog, description: What Shop logs., language: de, code_digits: 3}
    style: {user_max_length: 70}
    guidelines: {codes: {stable: Codes stay.}}
    vocabularies: {components: open, events: closed, scopes: closed}
    levels:
      INFO: {severity: 9, description: Normal.}
      ERROR: {severity: 17}
    services:
      shop: {description: The shop.}
      till: {session: own, description: The till.}
    components:
      cart: {description: The cart., service: [shop, till], since: 1.1.0}
    fields:
      ts: {type: string, required: true, role: timestamp, description: When.}
      wait_ms:
        {type: integer, unit: ms, minimum: 0, maximum: 99, sensitivity: sensitive,
         fingerprint: wait, description: How long.}
    record_order: [ts, wait_ms]
    examples: ['{"ts":"now"}']
    scopes:
      rest.orders: {description: Orders.}
    domains:
      PAY: {category: Payment, description: Money.}
    errors:
      SH-PAY-001:
        user: Please try again in {after_s} s.
        operator: Payment failed; inspect the till.
        category: Money
        stability: deprecated
        replaced_by: SH-PAY-002
        since: 1.0.0
        x-owner: {team: pay, on_call: [a, 1, true, null]}
        parameters:
          after_s: {type: integer, sensitivity: public, description: Seconds., fallback: some}
          card: {type: string, sensitivity: sensitive, fingerprint: card, description: Whose.}
      SH-PAY-002:
        user: Please ask for help.
        operator: Payment refused; inspect the card.
    events:
      paid:
        level: INFO
        service: shop
        component: cart
        message: Paid
        requires: [ts]
        optional: [wait_ms]
        errors: [SH-PAY-001]
        details:
          sum: {type: number, sensitivity: secret, required: false, unit: EUR, description: S.}
          till_id:
            {type: string, sensitivity: sensitive, fingerprint: till, description: Which till.}
    redaction:
      log_classes: {keys: Keys.}
      bundle_classes: {mail: Mail.}
      policy: {mask: Masked.}
      standard_rules: true
      disabled_rules: {shipped-token: Not ours.}
      safe_keys: [till_token]
      limits: {depth: 16, decodings: 2, text_bytes: 65536}
      rules:
        shop-token:
          description: Tokens of Shop.
          kind: value
          anchors: [shop_, till_]
          short_anchor: None is.
          fold: true
          lead: "[a-z]{2}"
          pattern: "[a-z]{8}"
          rest: "[a-z]"
          before: "[a-z]"
          after: none
          keep: true
          validator: entropy
          except: [shop_tokentoken]
          not_after: [order]
          action: fingerprint
          fingerprint: token
          priority: 70
          class: keys
          x-team: till
          examples: {match: ["shop_<lower:8>"], clean: [shop_front]}
        shop-name:
          description: Secrets of Shop by their names.
          kind: key
          names: [till_secret, "=till"]
          value: phrase
          numbers: keep
          strict: true
          action: mask
          examples: {match: ["till_secret=<alnum:12>"], clean: [the till]}
        shop-query:
          description: Secrets in links of Shop.
          kind: url
          part: query
          parameters: [till]
          except: [nobody]
          examples: {match: ["https://example.com/?till=<alnum:12>"], clean: [till]}
        shop-path:
          description: Folders of people.
          kind: path
          prefixes: [/shop/people/]
          whole: true
          fold: true
          except: [all]
          examples: {match: ["/shop/people/<word:6>/a"], clean: [/shop/people/all]}
        shop-block:
          description: Keys of Shop.
          kind: block
          labels: [SHOP KEY]
          examples: {match: ["-----BEGIN SHOP KEY-----<base64:40>"], clean: [SHOP KEY]}
        shop-pair:
          description: Named secrets.
          kind: pair
          names: [name]
          values: [value]
          examples: {match: ['{"name":"till_secret","value":"<alnum:12>"}'], clean: [name]}
    bundle:
      name: shop-<ts>.zip
      format: zip
      destination: Downloads
      description: For support.
      version: 2
      limits: {log_bytes: 65536, total_bytes: 2097152, log_hours: 48, collector_seconds: 3}
      files:
        logs/a.jsonl: {role: log, service: till, contents: {records: The records.}}
        config/a.json:
          role: configuration
          keys:
            mode: {type: string, sensitivity: public, description: Which mode., x-team: till}
            till.id: {type: string, sensitivity: sensitive, fingerprint: till}
          contents: {config: What the shop was told.}
    resilience:
      description: How Shop gives way.
      network: {component: cart, error: SH-PAY-001}
      events: {scheduled: paid, rejected: paid}
      connections:
        rest.orders:
          component: cart
          description: The line.
          critical: true
          base_ms: 200
          cap_ms: 2000
          stable_ms: 3000
          dial_ms: 4000
          idle_ms: 5000
          degraded: {drops: 3, window_ms: 6000}
          attempts: 7
          probe_ms: 8000
          errors: {unreachable: SH-PAY-001, interrupted: SH-PAY-002}
          events: {live: paid}
          x-team: till
      limiters:
        rest.pay:
          component: cart
          description: The payments.
          venue: bank
          base_ms: 300
          cap_ms: 3000
          stable_ms: 4000
          attempts: 3
          timeout_ms: 5000
          concurrency: 2
          budget: {tokens: 100, throttling: 2, transient: 8}
          lanes:
            refunds: {capacity: 10, share: 2, gated: true}
          errors: {rate_limited: SH-PAY-001, failed: SH-PAY-002}
          events: {blocked: paid}
    matrix:
      RR-01:
        scenario: Lost.
        preconditions: Up.
        expected: Back.
        evidence: Logs.
        errors: [SH-PAY-001]
        events: [paid]
        scopes: [rest.orders]
        timelines:
          lost:
            description: The line is lost.
            seed: 7
            steps:
              - {t: 0, start: rest.orders}
              - {t: 5, expect: {dials: {rest.orders: [0]}, records: 0}}
        runbook: {cause: [Cut it.], check: [It is back., All is well.], recover: [Nothing.]}
    x-note: free

    """

  /// The canonical form of a catalog's text.
  static func canonical(_ text: String = text) throws -> CanonicalCatalog {
    let result = CatalogLoader.load(
      SourceText(name: "catalog.yaml", text: text), standardRules: SampleStandardRules.rules)
    let findings = result.diagnostics.map(\.message)
    return CanonicalCatalog(try #require(result.catalog, "\(findings)"))
  }
}
