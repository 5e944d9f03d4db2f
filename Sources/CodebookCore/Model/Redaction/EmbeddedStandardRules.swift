// Made from redaction/standard.yaml by scripts/embed-templates.py; do not edit.
// To make it again: make build
// swift-format-ignore-file

extension StandardRules {
  static let embeddedText =
#"""
# The rules that every catalog has unless it says `standard_rules: false`.
#
# What a key of a rule means stands in docs/catalog.md. No example holds a secret: what stands in
# angle brackets is made when the examples are tried. Rules of one family stand together; the order
# of the file decides between finds of the same priority.

# Names that end like a secret's and are none; each counts from the beginning of a word.
safe_keys:
  # what tells one thing from another
  - session_id
  - correlation_id
  - request_id
  - trace_id
  - client_order_id
  - idempotency_key
  - idempotent_key
  - dedup_key
  - deduplication_key
  - message_key
  - routing_key
  - partition_key
  - sort_key
  - primary_key
  - foreign_key
  - cache_key
  - public_key
  - publishable_key
  - lookup_key
  - object_key
  - translation_key
  # places in a list
  - next_token
  - page_token
  - next_page_token
  - prev_page_token
  - pagination_token
  - continuation_token
  - resume_token
  - cancellation_token
  - position_token
  # language models and parsers
  - per_token
  - eos_token
  - bos_token
  - pad_token
  - unk_token
  - sep_token
  - cls_token
  - mask_token
  - stop_token
  - image_token
  - n_tokens
  - special_token
  - unexpected_token
  - current_token
  - lookahead_token
  - token_count
  - tokens_count
  - max_tokens
  - min_tokens
  - total_tokens
  - prompt_tokens
  - completion_tokens
  - input_tokens
  - output_tokens
  - cached_tokens
  - reasoning_tokens
  - thinking_tokens
  - num_tokens
  - used_tokens
  - remaining_tokens
  - special_tokens
  - stop_tokens
  - design_tokens
  # currencies, shapes of code, checks that need no secret
  - base_token
  - in_token
  - out_token
  - lp_token
  - erc20_token
  - quote_token
  - gas_token
  - native_token
  - collateral_token
  - outcome_token
  - reward_token
  - function_signature
  - method_signature
  - type_signature
  - call_signature
  - code_signature
  - time_signature
  - no_password
  - forgot_password
  - reset_password
  - change_password
  - requires_password
  - has_password
  - first_pass
  - second_pass
  - render_pass
  - low_pass
  - high_pass
  - band_pass
  - boarding_pass
  - compass
  - bypass
  - status_pin
  - gpio_pin
  - map_pin
  - chat_pin
  - service_account_id
  - default_credentials
  - allow_credentials
  - with_credentials
  - include_credentials
  - application_credentials
  - image_pull_secrets
  - requires_token
  - has_secret
  - is_secret
  - has_token

limits:
  depth: 32
  decodings: 4
  text_bytes: 8388608

rules:
  # ------------------------------------------------------------------ private keys and their kin

  private-key:
    description: Private keys in PEM and PGP armour, whole or cut short.
    kind: block
    priority: 95
    labels: [PRIVATE KEY, PGP PRIVATE KEY BLOCK, PRIVATE KEY BLOCK]
    examples:
      match:
        - "-----BEGIN PRIVATE KEY-----\n<base64:64>\n<base64:64>\n-----END PRIVATE KEY-----"
        - "-----BEGIN RSA PRIVATE KEY-----\\n<base64:64>\\n<base64:40>\\n-----END RSA PRIVATE KEY-----\\n"
        - "-----BEGIN OPENSSH PRIVATE KEY-----\n<base64:70>\n<base64:32>"
        - "-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n<base64:64>\n=<base64:4>\n-----END PGP PRIVATE KEY BLOCK-----"
      clean:
        - "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n-----END PUBLIC KEY-----"
        - "no line with BEGIN PRIVATE KEY was found"

  age-secret-key:
    description: Secret keys of age.
    kind: value
    priority: 80
    anchors: [AGE-SECRET-KEY-1]
    fold: true
    pattern: '[A-Za-z0-9]{20}'
    rest: '[A-Za-z0-9]'
    examples:
      match: ["AGE-SECRET-KEY-1<upalnum:58>", "age-secret-key-1<lower:58>"]
      clean: ["a line that begins with AGE-SECRET-KEY-1 holds the key"]

  putty-private-key:
    description: What keeps a private key of PuTTY from being changed.
    kind: key
    names: [private_mac, private_hash]
    value: line
    examples:
      match: ["Private-MAC: <hex:64>"]
      clean: ["Public-Lines: 6"]

  # ------------------------------------------------------------------ tokens of one known form

  json-web-token:
    description: Signed and encrypted JSON Web Tokens, cut short too.
    kind: value
    priority: 60
    anchors: [eyJ]
    pattern: '[A-Za-z0-9_-]{12}'
    rest: '[A-Za-z0-9_.-]'
    after: none
    validator: jwt
    examples:
      match:
        - "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.<base64url:80>.<base64url:43>"
        - "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..<base64url:16>.<base64url:40>.<base64url:22>"
      clean:
        - "eyJ is how the base64 of an object begins"
        - "eyJwYWdlIjoyfQ"

  aws-access-key:
    description: Access key IDs of Amazon Web Services.
    kind: value
    priority: 70
    anchors: [AKIA, ABIA, ACCA]
    pattern: '[A-Z0-9]{12}'
    rest: '[A-Z0-9]'
    examples:
      match: ["AKIA<upalnum:16>", "found AKIA<upalnum:16> in the environment"]
      clean: ["AKIA is what they begin with", "SLOVAKIA2025SOUTHEASTERN"]

  aws-temporary-access-key:
    description: Access key IDs of Amazon Web Services that last for a while.
    kind: value
    priority: 70
    anchors: [ASIA]
    pattern: '[A-Z0-9]{13}'
    rest: '[A-Z0-9]'
    except: [asiapacificsoutheast, asiapacificnortheast, asiapacificsouthwest, asiapacificnorthwest]
    examples:
      match: ["ASIA<upalnum:16>"]
      clean: ["ASIAPACIFICSOUTHEAST", "ASIA_PACIFIC_SOUTHEAST"]

  aws-session-token:
    description: Session tokens and Bedrock keys of Amazon Web Services.
    kind: value
    priority: 70
    anchors: [IQoJb3JpZ2lu, FwoGZXIvYXdz, FQoGZXIvYXdz, ABSKQmVkcm9ja]
    pattern: '[A-Za-z0-9+/]{16}'
    rest: '[A-Za-z0-9+/=]'
    before: '[A-Za-z0-9+/]'
    examples:
      match: ["IQoJb3JpZ2lu<base64:200>", "ABSKQmVkcm9ja<base64:110>=="]
      clean: ["IQoJb3JpZ2lu begins it"]

  amazon-mws:
    description: Tokens of Amazon's Marketplace Web Service and of Login with Amazon.
    kind: value
    priority: 70
    anchors: [amzn.mws., amzn1.oa2-cs.v1.]
    pattern: '[a-f0-9-]{30}'
    rest: '[a-f0-9-]'
    examples:
      match: ["amzn.mws.<hex:8>-<hex:4>-<hex:4>-<hex:4>-<hex:12>", "amzn1.oa2-cs.v1.<hex:64>"]
      clean: ["amzn.mws.production.example"]

  google-api-key:
    description: API keys of Google, Firebase and Gemini.
    kind: value
    priority: 70
    anchors: [AIza]
    pattern: '[A-Za-z0-9_-]{30}'
    rest: '[A-Za-z0-9_-]'
    examples:
      match: ["AIza<base64url:35>", "https://maps.example.com/api/js?k=AIza<base64url:35>&v=3"]
      clean: ["AIza-something-short"]

  google-oauth:
    description: Client secrets, access tokens and refresh tokens of Google.
    kind: value
    priority: 70
    anchors: [GOCSPX-, ya29., 1//0, AQ.Ab]
    pattern: '[A-Za-z0-9_-]{20}'
    rest: '[A-Za-z0-9_.-]'
    after: none
    examples:
      match: ["GOCSPX-<base64url:28>", "ya29.<base64url:120>", "1//0<base64url:100>"]
      clean: ["page 1//0 of the old numbering", "ya29.example"]

  firebase-messaging:
    description: Server keys and registration tokens of Firebase Cloud Messaging.
    kind: value
    priority: 70
    anchors: [":APA91b"]
    lead: '[A-Za-z0-9_-]{8,40}'
    pattern: '[A-Za-z0-9_-]{60}'
    rest: '[A-Za-z0-9_-]'
    examples:
      match: ["AAAA<base64url:7>:APA91b<base64url:134>"]
      clean: ["the part behind :APA91b"]

  azure-storage-key:
    description: Keys in connection strings of Azure.
    kind: value
    priority: 70
    anchors: [AccountKey=, SharedAccessKey=, SharedSecretValue=]
    fold: true
    pattern: '[A-Za-z0-9+/]{16}'
    rest: '[A-Za-z0-9+/=]'
    before: '[A-Za-z0-9]'
    after: none
    keep: true
    examples:
      match:
        - "DefaultEndpointsProtocol=https;AccountName=box;AccountKey=<base64:86>==;EndpointSuffix=core.windows.net"
        - "Endpoint=sb://bus.example.net/;SharedAccessKeyName=all;SharedAccessKey=<base64:43>="
      clean: ["DefaultEndpointsProtocol=https;AccountName=box;EndpointSuffix=core.windows.net", "AccountKey=;"]

  azure-marked-key:
    description: Keys of Azure that carry the mark of their service near their end.
    kind: value
    priority: 65
    anchors: [+ASt, +ASb, +AEh, +ARm, ACDb, AIoT, +ACR]
    lead: '[A-Za-z0-9+/]{30,80}'
    pattern: '[A-Za-z0-9+/]{2,6}'
    rest: '[=]'
    before: '[A-Za-z0-9+/]'
    after: '[A-Za-z0-9+/_-]'
    examples:
      match: ["<base64:76>+ASt<alnum:6>==", "<alnum:33>+ASb<alnum:6>="]
      clean: ["a+ASt12345=="]

  azure-client-secret:
    description: Client secrets of applications in Microsoft Entra ID.
    kind: value
    priority: 70
    anchors: [0Q~, 1Q~, 2Q~, 3Q~, 4Q~, 5Q~, 6Q~, 7Q~, 8Q~, 9Q~]
    lead: '[A-Za-z0-9_~.-]{3}'
    pattern: '[A-Za-z0-9_~.-]{28}'
    rest: '[A-Za-z0-9_~.-]'
    after: none
    examples:
      match: ["<alnum:3>8Q~<alnum:34>", "secret <alnum:3>7Q~<alnum:31>"]
      clean: ["abc8Q~short"]

  azure-devops-token:
    description: Personal access tokens of Azure DevOps and keys of Azure's search, functions and AI.
    kind: value
    priority: 65
    anchors: [AZDO, AzSe, AzFu, AzCa, JQQJ99]
    lead: '[A-Za-z0-9_-]{40,80}'
    pattern: '[A-Za-z0-9_-]{4}'
    rest: '[A-Za-z0-9_=-]'
    after: none
    validator: entropy
    examples:
      match: ["<alnum:76>AZDO<alnum:4>", "<alnum:52>JQQJ99<alnum:26>", "<alnum:42>AzSe<alnum:6>"]
      clean: ["AZDO1234", "a long_name_that_only_says_what_AZDO_is_for"]

  digitalocean-token:
    description: Tokens of DigitalOcean and keys of its Spaces.
    kind: value
    priority: 70
    anchors: [dop_v1_, doo_v1_, dor_v1_]
    pattern: '[a-f0-9]{32}'
    rest: '[a-f0-9]'
    before: none
    examples:
      match: ["dop_v1_<hex:64>", "doo_v1_<hex:64>"]
      clean: ["dop_v1_token", "loop_v1_retries"]

  digitalocean-spaces:
    description: Access key IDs of DigitalOcean's Spaces.
    kind: value
    priority: 65
    anchors: [DO00, DO80]
    pattern: '[A-Z0-9]{16}'
    examples:
      match: ["DO00<upalnum:16>"]
      clean: ["DO00123"]

  heroku-token:
    description: Keys of Heroku.
    kind: value
    priority: 70
    anchors: [HRKU-]
    pattern: '[A-Za-z0-9_-]{30}'
    rest: '[A-Za-z0-9_-]'
    before: none
    examples:
      match: ["HRKU-<hex:8>-<hex:4>-<hex:4>-<hex:4>-<hex:12>", "HRKU-AA<base64url:58>"]
      clean: ["HRKU-1234"]

  cloudflare-token:
    description: Tokens and origin keys of Cloudflare.
    kind: value
    priority: 70
    anchors: [cfut_, cfat_, cfk_]
    pattern: '[A-Za-z0-9_-]{30}'
    rest: '[A-Za-z0-9_-]'
    examples:
      match: ["cfut_<alnum:40><hex:8>"]
      clean: ["cfk_size"]

  cloudflare-origin-key:
    description: Keys of Cloudflare's origin certificates.
    kind: value
    priority: 70
    anchors: [v1.0-]
    pattern: '[a-f0-9]{24}-[a-f0-9]{60}'
    rest: '[a-f0-9]'
    examples:
      match: ["v1.0-<hex:24>-<hex:146>"]
      clean: ["v1.0-beta", "v1.0-20240131-abcdef"]

  alibaba-access-key:
    description: Access key IDs of Alibaba Cloud.
    kind: value
    priority: 70
    anchors: [LTAI]
    pattern: '[A-Za-z0-9]{12}'
    rest: '[A-Za-z0-9]'
    examples:
      match: ["LTAI5t<alnum:18>", "LTAI<alnum:12>"]
      clean: ["the VOLTAIRE prize", "LTAI-docs"]

  tencent-secret-id:
    description: Secret IDs of Tencent Cloud.
    kind: value
    priority: 70
    anchors: [AKID]
    pattern: '[A-Za-z0-9]{28}'
    rest: '[A-Za-z0-9]'
    examples:
      match: ["AKID<alnum:32>"]
      clean: ["AKIDENTITY"]

  yandex-api-key:
    description: API keys of Yandex's cloud.
    kind: value
    priority: 65
    anchors: [AQVN, AQVL]
    pattern: '[A-Za-z0-9_-]{30}'
    rest: '[A-Za-z0-9_-]'
    before: '[A-Za-z0-9_+/-]'
    after: '[+/=]'
    examples:
      match: ["AQVN<base64url:36>"]
      clean: ["AQVN_PATH", "AQVLength"]

  yandex-token:
    description: Tokens and API keys of Yandex and its cloud.
    kind: value
    priority: 65
    anchors: [t1.9eu, YCAJE, YCN, YCM, YCO, YCP, y0_Ag, y0__x]
    pattern: '[A-Za-z0-9_-]{32}'
    rest: '[A-Za-z0-9_.=-]'
    before: '[A-Za-z0-9_+/.-]'
    after: none
    validator: entropy
    examples:
      match: ["t1.9eu<base64url:80>.<base64url:86>", "YCN<base64url:37>", "y0_Ag<base64url:54>"]
      clean: ["YCM_SERVER_PATH", "YCN_a_constant_with_a_very_long_name_indeed"]

  scaleway-access-key:
    description: Access key IDs of Scaleway.
    kind: value
    priority: 65
    anchors: [SCW]
    pattern: '[A-Z0-9]{13}'
    rest: '[A-Z0-9]'
    examples:
      match: ["SCW<upalnum:17>"]
      clean: ["SCWABCDEF"]

  vercel-token:
    description: Tokens of Vercel.
    kind: value
    priority: 70
    anchors: [vcp_, vci_, vca_, vcr_, vck_]
    pattern: '[A-Za-z0-9]{20}'
    rest: '[A-Za-z0-9_]'
    examples:
      match: ["vcp_<alnum:56>", "vck_<alnum:56>"]
      clean: ["vca_enabled", "vcp_migrationinprogress"]

  netlify-token:
    description: Tokens of Netlify.
    kind: value
    priority: 70
    anchors: [nfp_, nfc_, nfo_, nfu_]
    pattern: '[A-Za-z0-9]{20}'
    rest: '[A-Za-z0-9_]'
    examples:
      match: ["nfp_<alnum:36>"]
      clean: ["nfp_token"]

  fly-token:
    description: Tokens of Fly.io.
    kind: value
    priority: 70
    anchors: [fm1_, fm1r_, fm1a_, fm2_, fo1_]
    pattern: '[A-Za-z0-9+/_-]{24}'
    rest: '[A-Za-z0-9+/=_-]'
    after: none
    validator: entropy
    examples:
      match: ["FlyV1 fm2_<base64:120>", "fo1_<base64url:43>"]
      clean: ["fm1_gain"]

  supabase-key:
    description: Access tokens and secret keys of Supabase, and of Vercel's blob store.
    kind: value
    priority: 70
    anchors: [sbp_, sb_secret_, vercel_blob_rw_]
    pattern: '[A-Za-z0-9]{16}'
    rest: '[A-Za-z0-9_-]'
    examples:
      match: ["vercel_blob_rw_<alnum:16>_<alnum:30>", "sbp_<hex:40>", "sb_secret_<alnum:22>_<alnum:8>"]
      clean: ["sbp_mmHg", "sb_secret_name"]

  planetscale-token:
    description: Tokens and passwords of PlanetScale.
    kind: value
    priority: 70
    anchors: [pscale_tkn_, pscale_pw_, pscale_oauth_]
    pattern: '[A-Za-z0-9=._-]{20}'
    rest: '[A-Za-z0-9=._-]'
    before: none
    after: none
    examples:
      match: ["pscale_tkn_<base64url:43>", "pscale_pw_<base64url:43>"]
      clean: ["pscale_tkn_id"]

  databricks-token:
    description: Tokens of Databricks.
    kind: value
    priority: 70
    anchors: [dapi]
    pattern: '[a-f0-9]{28}'
    rest: '[a-f0-9-]'
    examples:
      match: ["dapi<hex:32>", "dapi<hex:32>-2"]
      clean: ["dapi0123"]

  doppler-token:
    description: Tokens of Doppler.
    kind: value
    priority: 70
    anchors: [dp.pt., dp.st., dp.ct., dp.sa., dp.said., dp.scim., dp.audit.]
    pattern: '[A-Za-z0-9_.]{20}'
    rest: '[A-Za-z0-9_.]'
    after: none
    examples:
      match: ["dp.pt.<alnum:43>", "dp.st.prd.<alnum:40>"]
      clean: ["dp.st.example"]

  hashicorp-token:
    description: Tokens of Vault and of Terraform Cloud.
    kind: value
    priority: 70
    anchors: [hvs., hvb., hvr.]
    pattern: '[A-Za-z0-9_-]{20}'
    rest: '[A-Za-z0-9_-]'
    examples:
      match: ["hvs.<base64url:90>", "hvb.<base64url:140>"]
      clean: ["hvs.example.org"]

  vault-legacy-token:
    description: Tokens of Vault before 1.10.
    kind: value
    priority: 55
    anchors: [s., b.]
    short_anchor: Nothing else marks them.
    pattern: '[A-Za-z0-9]{24}'
    before: '[A-Za-z0-9_.)-]'
    after: '[A-Za-z0-9_.(=-]'
    validator: entropy
    examples:
      match: ["s.<alnum:24>"]
      clean: ["s.removeprefixandthensuffix", "s.replaceCharactersInRange(0)"]

  terraform-cloud-token:
    description: Tokens of Terraform Cloud.
    kind: value
    priority: 70
    anchors: [.atlasv1.]
    lead: '[A-Za-z0-9]{10,20}'
    pattern: '[A-Za-z0-9_=-]{40}'
    rest: '[A-Za-z0-9_=-]'
    after: none
    examples:
      match: ["<alnum:14>.atlasv1.<alnum:67>"]
      clean: ["the part before .atlasv1. is short"]

  pulumi-token:
    description: Tokens of Pulumi.
    kind: value
    priority: 70
    anchors: [pul-]
    pattern: '[a-f0-9]{32}'
    rest: '[a-f0-9]'
    examples:
      match: ["pul-<hex:40>"]
      clean: ["pul-request"]

  # ------------------------------------------------------------------ code hosting, packages, CI

  github-token:
    description: Tokens of GitHub.
    kind: value
    priority: 70
    anchors: [ghp_, gho_, ghu_, ghs_, ghr_, github_pat_]
    pattern: '[A-Za-z0-9]{18}'
    rest: '[A-Za-z0-9_]'
    before: none
    after: none
    examples:
      match: ["ghp_<alnum:36>", "ghs_<alnum:36>", "github_pat_<alnum:22>_<alnum:59>"]
      clean: ["ghp_token", "github_pat_ is their prefix"]

  gitlab-token:
    description: Tokens of GitLab.
    kind: value
    priority: 70
    anchors: [glpat-, gldt-, glrt-, glrtr-, glptt-, glcbt-, glimt-, glft-, glagent-, gloas-, glsoat-, glffct-, glwt-, GR1348941]
    pattern: '[A-Za-z0-9_-]{16}'
    rest: '[A-Za-z0-9_.-]'
    after: none
    examples:
      match: ["glpat-<base64url:20>", "gldt-<base64url:20>", "glrt-t1_<base64url:27>.01.<alnum:9>"]
      clean: ["glpat-short", "glft-0.4.1"]

  atlassian-token:
    description: Tokens of Atlassian and Bitbucket.
    kind: value
    priority: 70
    anchors: [ATATT, ATBB, ATCTT, ATSTT, ATOA]
    pattern: '[A-Za-z0-9_-]{24}'
    rest: '[A-Za-z0-9_=-]'
    after: none
    examples:
      match: ["ATATT3xFfGF0<base64url:172>=<HEX:8>", "ATBB<alnum:32>"]
      clean: ["ATTACHMENT_UPLOAD_DIRECTORY_NAME", "ATOA"]

  trello-token:
    description: Tokens of Trello.
    kind: value
    priority: 70
    anchors: [ATTA]
    pattern: '[a-f0-9]{50}'
    rest: '[A-Fa-f0-9]'
    examples:
      match: ["ATTA<hex:64>"]
      clean: ["ATTACHMENT", "ATTAdecade"]

  npm-token:
    description: Tokens of npm.
    kind: value
    priority: 70
    anchors: [npm_]
    pattern: '[A-Za-z0-9]{30}'
    rest: '[A-Za-z0-9]'
    before: none
    examples:
      match: ["npm_<alnum:36>", "//registry.npmjs.org/:_x=npm_<alnum:36>"]
      clean: ["npm_config_registry", "npm_lifecycle_event"]

  pypi-token:
    description: Tokens of PyPI.
    kind: value
    priority: 70
    anchors: [pypi-AgE]
    pattern: '[A-Za-z0-9_-]{30}'
    rest: '[A-Za-z0-9_-]'
    before: none
    after: none
    examples:
      match: ["pypi-AgEIcHlwaS5vcmc<base64url:150>"]
      clean: ["pypi-AgENT"]

  package-registry-token:
    description: Tokens of RubyGems, Docker Hub and Clojars.
    kind: value
    priority: 70
    anchors: [rubygems_, dckr_pat_, dckr_oat_, CLOJARS_]
    pattern: '[A-Za-z0-9_-]{22}'
    rest: '[A-Za-z0-9_-]'
    after: none
    examples:
      match: ["rubygems_<hex:48>", "dckr_pat_<base64url:1><alnum:26>", "CLOJARS_<hex:60>"]
      clean: ["rubygems_version", "CLOJARS_USERNAME"]

  crates-io-token:
    description: Tokens of crates.io.
    kind: value
    priority: 60
    anchors: [cio]
    pattern: '[A-Za-z0-9]{28}'
    rest: '[A-Za-z0-9]'
    validator: entropy
    examples:
      match: ["cio<alnum:32>"]
      clean: ["ciojustalongwordthatgoesonandonandon"]

  nuget-key:
    description: Keys of NuGet.
    kind: value
    priority: 60
    anchors: [oy2]
    pattern: '[a-z0-9]{36}'
    rest: '[a-z0-9]'
    validator: entropy
    examples:
      match: ["oy2<lower:20><hex:23>"]
      clean: ["oy2abc"]

  artifactory-token:
    description: Keys and reference tokens of Artifactory.
    kind: value
    priority: 65
    anchors: [AKCp, cmVmdGtuOj]
    pattern: '[A-Za-z0-9]{40}'
    rest: '[A-Za-z0-9]'
    before: '[A-Za-z0-9_+/]'
    examples:
      match: ["AKCp8<alnum:68>", "cmVmdGtuOj<alnum:54>"]
      clean: ["AKCp8"]

  build-service-token:
    description: Tokens of CircleCI, Buildkite, Snyk and Prefect.
    kind: value
    priority: 70
    anchors: [CCIPAT_, CCIPRJ_, bkua_, bkaj_, bkpt_, snyk_uat., snyk_sat., pnu_, pnb_]
    pattern: '[A-Za-z0-9_]{20}'
    rest: '[A-Za-z0-9_.-]'
    after: none
    examples:
      match: ["CCIPAT_<alnum:22>_<hex:40>", "bkua_<hex:40>"]
      clean: ["bkua_token", "CCIPAT_FILE", "snyk_sat.example"]

  sentry-token:
    description: Tokens of Sentry.
    kind: value
    priority: 70
    anchors: [sntrys_, sntryu_, sntrya_, sntryi_]
    pattern: '[A-Za-z0-9+/=_-]{30}'
    rest: '[A-Za-z0-9+/=_-]'
    before: none
    after: none
    examples:
      match: ["sntrys_eyJ<base64:90>_<base64:43>", "sntryu_<hex:64>"]
      clean: ["sntrys_ begins it"]

  sonarqube-token:
    description: Tokens of SonarQube.
    kind: value
    priority: 65
    anchors: [squ_, sqp_, sqa_, sqb_]
    pattern: '[a-f0-9]{32}'
    rest: '[a-f0-9]'
    examples:
      match: ["squ_<hex:40>", "sqp_<hex:40>"]
      clean: ["squ_root"]

  postman-key:
    description: Keys of Postman.
    kind: value
    priority: 70
    anchors: [PMAK-, PMAT-]
    pattern: '[A-Za-z0-9]{20}'
    rest: '[A-Za-z0-9-]'
    before: none
    after: none
    examples:
      match: ["PMAK-<hex:24>-<hex:34>"]
      clean: ["PMAK-1"]

  grafana-token:
    description: Tokens of Grafana, Dynatrace, New Relic and Honeycomb.
    kind: value
    priority: 70
    anchors: [glsa_, glc_eyJ, dt0c01., dt0s01., dt0s02., dt0s16., NRAK-, NRII-, NRJS-, NRRA-, NRIQ-, hcaik_, hcbik_, hcxik_]
    pattern: '[A-Za-z0-9_-]{18}'
    rest: '[A-Za-z0-9+/=_.-]'
    after: none
    examples:
      match: ["glsa_<alnum:32>_<hex:8>", "dt0c01.<upalnum:24>.<upalnum:64>", "NRAK-<upalnum:27>"]
      clean: ["glsa_role", "NRAK-1"]

  feature-flag-key:
    description: SDK and API keys of LaunchDarkly, tokens of HubSpot.
    kind: value
    priority: 60
    anchors: [sdk-, mob-, api-, pat-na1-, pat-na2-, pat-eu1-, pat-ap1-]
    fold: true
    pattern: '[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}'
    rest: '[A-Fa-f0-9]'
    before: '[A-Za-z0-9_-]'
    examples:
      match: ["sdk-<hex:8>-<hex:4>-<hex:4>-<hex:4>-<hex:12>", "pat-na1-<hex:8>-<hex:4>-<hex:4>-<hex:4>-<hex:12>"]
      clean: ["sdk-2024-11-05", "api-gateway-6d5f"]

  figma-token:
    description: Tokens of Figma, Linear, Typeform, Contentful, Frame.io and Segment.
    kind: value
    priority: 70
    anchors: [figd_, figu_, figo_, lin_api_, lin_oauth_, lin_wh_, tfp_, CFPAT-, fio-u-, sgp_, secret_scan_]
    pattern: '[A-Za-z0-9_-]{30}'
    rest: '[A-Za-z0-9_-]'
    after: none
    validator: entropy
    examples:
      match: ["figd_<base64url:40>", "lin_api_<alnum:40>", "CFPAT-<base64url:43>"]
      clean: ["figd_token", "lin_api_key", "tfp_distribution_with_a_long_name_here"]

  notion-token:
    description: Tokens of Notion.
    kind: value
    priority: 65
    anchors: [secret_, ntn_]
    pattern: '[A-Za-z0-9]{40}'
    rest: '[A-Za-z0-9]'
    examples:
      match: ["secret_<alnum:43>", "ntn_<alnum:46>"]
      clean: ["secret_access_key_rotation_days_default_value", "ntn_page"]

  airtable-token:
    description: Tokens of Airtable.
    kind: value
    priority: 65
    anchors: [pat]
    pattern: '[A-Za-z0-9]{14}\.[a-f0-9]{60}'
    rest: '[a-f0-9]'
    examples:
      match: ["pat<alnum:14>.<hex:64>"]
      clean: ["pathfinder.example", "pat12345678901234.example"]

  asana-token:
    description: Tokens of Asana.
    kind: value
    priority: 60
    anchors: ["1/", "2/"]
    short_anchor: One digit and a slash is all they begin with.
    pattern: '[0-9]{13,19}:[a-f0-9]{32}'
    before: '[A-Za-z0-9_./-]'
    examples:
      match: ["1/<digits:16>:<hex:32>"]
      clean: ["1/1700000000000 of them"]

  clickup-token:
    description: Tokens of ClickUp.
    kind: value
    priority: 65
    anchors: [pk_]
    pattern: '[0-9]{6,10}_[A-Z0-9]{28}'
    rest: '[A-Z0-9]'
    examples:
      match: ["pk_<digits:8>_<upalnum:32>"]
      clean: ["pk_12345678_users"]

  dropbox-token:
    description: Tokens of Dropbox.
    kind: value
    priority: 65
    anchors: [sl., sl.u.]
    pattern: '[A-Za-z0-9_-]{60}'
    rest: '[A-Za-z0-9_=-]'
    after: none
    validator: entropy
    examples:
      match: ["sl.<base64url:136>", "sl.u.<base64url:140>"]
      clean: ["sl.example.org"]

  rapidapi-key:
    description: Keys of RapidAPI.
    kind: value
    priority: 65
    anchors: [msh]
    lead: '[a-f0-9]{10}'
    pattern: '[a-f0-9]{15}p1[a-f0-9]{6}jsn[a-f0-9]{12}'
    examples:
      match: ["<hex:10>msh<hex:15>p1<hex:6>jsn<hex:12>"]
      clean: ["0123456789msh"]

  network-access-key:
    description: Keys of Tailscale, 1Password's service accounts and Docker's swarms.
    kind: value
    priority: 70
    anchors: [tskey-auth-, tskey-api-, tskey-client-, tskey-scim-, tskey-webhook-, ops_eyJ, SWMTKN-1-, SWMKEY-1-]
    pattern: '[A-Za-z0-9_+/-]{20}'
    rest: '[A-Za-z0-9_+/=-]'
    after: none
    examples:
      match: ["tskey-auth-<alnum:17>CNTRL-<alnum:32>", "SWMTKN-1-<hex:50>-<hex:25>"]
      clean: ["tskey-auth-key"]

  service-token:
    description: Tokens of many services, each with a prefix of its own.
    kind: value
    priority: 65
    anchors:
      [apify_api_, mlsn., os_v2_app_, polar_at_, polar_oat_, polar_pat_, ramp_sec_, samsara_api_, sm_aat_,
      sm_pat_, sm_sat_, unkey_, waka_, xnd_production_, xnd_development_, zpka_, packagist_ort_,
      packagist_out_, packagist_acs_, CCDB1_, 'AstraCS:', dvc_server_, apk_user_, AIK_CI_, AIK_SECRET_,
      BBDC-, bkct_, mdb_sa_sk_, mergify_application_key_, mercury_production_, rootly_, bedrock-api-key-,
      api_live_us., api_live_ca., api_live., gcntfy-, eyJrIjoi, eyJtaXJv, pina_, 'sha256~', sk_car_,
      persona_production_, tk-us-, tk-eu-, cnvca, STS., endr+, 'secret-token:']
    pattern: '[A-Za-z0-9_-]{16}'
    rest: '[A-Za-z0-9_.:+/=-]'
    after: none
    validator: entropy
    examples:
      match: ["apify_api_<alnum:36>", "mlsn.<hex:64>", "AstraCS:<alnum:24>:<hex:64>", "sha256~<base64url:43>"]
      clean: ["polar_at_coordinates_of_the_place", "mlsn.example", "tk-us-office"]

  short-prefix-token:
    description: Tokens of many services whose prefix is short and whose rest is long.
    kind: value
    priority: 60
    anchors:
      [rnd_, phx_, rdme_, ddp_, ddo_, ucat_, lip_, napi_, csa_, llx-, ico-, db-, m0-, dnkey-, prf_,
      cog_, tss_, vtwn_, BSA, EXO, KEY0, p8e-, s-s4t2ud-, s-s4t2af-, pylf_v1_, ctp_, rw_]
    pattern: '[A-Za-z0-9]{24}'
    rest: '[A-Za-z0-9_-]'
    before: '[A-Za-z0-9_+/-]'
    after: '[+/=]'
    validator: entropy
    examples:
      match: ["rnd_<alnum:28>", "phx_<alnum:43>", "llx-<alnum:48>", "ico-<alnum:32>"]
      clean: ["rw_internationalisationoflongwords", "rnd_seed", "db-replica-of-the-production"]

  woocommerce-key:
    description: Keys and secrets of WooCommerce.
    kind: value
    priority: 60
    anchors: [ck_, cs_]
    pattern: '[a-f0-9]{36}'
    rest: '[a-f0-9]'
    examples:
      match: ["cs_<hex:40>", "ck_<hex:40>"]
      clean: ["cs_test"]

  onepassword-secret-key:
    description: Secret keys of 1Password's accounts.
    kind: value
    priority: 65
    anchors: [A3-]
    pattern: '[A-Z0-9]{6}-[A-Z0-9]{6}[A-Z0-9-]'
    rest: '[A-Z0-9-]'
    examples:
      match: ["A3-<upalnum:6>-<upalnum:6>-<upalnum:5>-<upalnum:5>-<upalnum:5>-<upalnum:5>"]
      clean: ["A3-FORMAT"]

  salesforce-session:
    description: Sessions of Salesforce.
    kind: value
    priority: 60
    anchors: [00D]
    pattern: '[A-Za-z0-9]{12,15}![A-Za-z0-9._]{40}'
    rest: '[A-Za-z0-9._]'
    after: none
    examples:
      match: ["00D<alnum:12>!<alnum:96>"]
      clean: ["00D123456789012!", "00D"]

  harness-token:
    description: Tokens of Harness.
    kind: value
    priority: 65
    anchors: [pat., sat.]
    pattern: '[A-Za-z0-9_-]{22}\.[a-f0-9]{24}\.[A-Za-z0-9]{16}'
    rest: '[A-Za-z0-9]'
    examples:
      match: ["pat.<alnum:22>.<hex:24>.<alnum:20>"]
      clean: ["pat.example.org"]

  x-bearer-token:
    description: Bearer tokens of X.
    kind: value
    priority: 65
    anchors: [AAAAAAAAAAAAAAAAAAAAA]
    pattern: '[A-Za-z0-9%]{60}'
    rest: '[A-Za-z0-9%]'
    before: '[A-Za-z0-9_+/-]'
    after: '[+/=]'
    validator: entropy
    examples:
      match: ["AAAAAAAAAAAAAAAAAAAAA<alnum:30>%2B<alnum:44>"]
      clean: ["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"]

  meta-app-token:
    description: Tokens of applications of Facebook.
    kind: value
    priority: 60
    anchors: ["|"]
    short_anchor: A bar between the number and the token is all there is.
    lead: '[0-9]{15,17}'
    pattern: '[A-Za-z0-9_-]{26,28}'
    examples:
      match: ["<digits:16>|<base64url:27>"]
      clean: ["1700000000000000|an-ordinary-field"]

  password-hash:
    description: Hashes of passwords as bcrypt, crypt and Argon2 write them.
    kind: value
    priority: 60
    anchors: [$2a$, $2b$, $2y$, $5$, $6$, $y$, $apr1$, $argon2id$, $argon2i$, $argon2d$, '{SSHA}', '{SHA}', pbkdf2_sha256$, pbkdf2:sha256, 'scrypt:']
    pattern: '[A-Za-z0-9./+=,$:]{24}'
    rest: '[A-Za-z0-9./+=,$:]'
    before: '[A-Za-z0-9_]'
    after: none
    examples:
      match: ["$2b$12$<alnum:53>", "$6$<alnum:16>$<alnum:86>", "$argon2id$v=19$m=65536,t=3,p=4$<alnum:22>$<alnum:43>"]
      clean: ["$6$ and $5$ are their marks", "pay $5$ or $6$"]

  # ------------------------------------------------------------------ chat, mail, webhooks

  slack-token:
    description: Tokens of Slack.
    kind: value
    priority: 70
    anchors: [xoxb-, xoxp-, xoxa-, xoxo-, xoxs-, xoxr-, xoxe-, xoxc-, xoxd-, xoxe., xapp-]
    pattern: '[A-Za-z0-9%./+-]{10}'
    rest: '[A-Za-z0-9%/+=-]'
    after: none
    examples:
      match: ["xoxb-<digits:12>-<digits:13>-<alnum:24>", "xapp-1-A<upalnum:10>-<digits:13>-<hex:64>", "xoxe.xoxp-1-<alnum:160>"]
      clean: ["xoxb-token", "xapp-1"]

  slack-webhook:
    description: Addresses of Slack's webhooks.
    kind: value
    priority: 75
    anchors: [hooks.slack.com/services/, hooks.slack.com/workflows/, hooks.slack.com/triggers/, hooks.slack-gov.com/services/]
    fold: true
    pattern: '[A-Za-z0-9_/]{12}'
    rest: '[A-Za-z0-9_/]'
    before: none
    after: none
    keep: true
    examples:
      match: ["https://hooks.slack.com/services/T<upalnum:9>/B<upalnum:9>/<alnum:24>", "hooks.slack.com/workflows/T<upalnum:8>/A<upalnum:8>/<digits:18>/<alnum:24>"]
      clean: ["https://hooks.slack.com/services/", "https://slack.com/services/T0"]

  discord-webhook:
    description: Addresses of Discord's webhooks.
    kind: value
    priority: 75
    anchors: [/webhooks/]
    pattern: '[0-9]{15,22}/[A-Za-z0-9_-]{20}'
    rest: '[A-Za-z0-9_-]'
    before: none
    after: none
    keep: true
    examples:
      match: ["https://discord.com/api/webhooks/<digits:18>/<base64url:68>", "https://discordapp.com/api/v10/webhooks/<digits:19>/<base64url:68>"]
      clean: ["https://example.com/api/webhooks/123/deliveries"]

  discord-token:
    description: Tokens of Discord's bots.
    kind: value
    priority: 55
    anchors: [.]
    short_anchor: Their three parts are marked by nothing but points.
    lead: '[A-Za-z0-9_-]{23,28}'
    pattern: '[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27}'
    rest: '[A-Za-z0-9_-]'
    before: '[A-Za-z0-9_.-]'
    after: '[A-Za-z0-9_.]'
    validator: entropy
    examples:
      match: ["M<alnum:23>.<alnum:6>.<base64url:27>", "Bot N<alnum:25>.<base64url:6>.<base64url:38>"]
      clean: ["application-controllers.events.handle_incoming_payload_from_desk"]

  telegram-token:
    description: Tokens of Telegram's bots.
    kind: value
    priority: 70
    anchors: [":AA"]
    lead: '[0-9]{8,10}'
    pattern: '[A-Za-z0-9_-]{30}'
    rest: '[A-Za-z0-9_-]'
    before: '[0-9]'
    after: none
    examples:
      match: ["<digits:10>:AA<base64url:33>", "https://api.telegram.org/bot<digits:9>:AA<base64url:33>/getMe"]
      clean: ["12345678:AAPL"]

  teams-webhook:
    description: Addresses of Microsoft Teams' webhooks.
    kind: value
    priority: 75
    anchors: [webhook.office.com/webhookb2/, outlook.office.com/webhook/, outlook.office365.com/webhook/]
    fold: true
    pattern: '[A-Za-z0-9@/-]{20}'
    rest: '[A-Za-z0-9@/_-]'
    before: none
    after: none
    keep: true
    examples:
      match: ["https://acme.webhook.office.com/webhookb2/<hex:8>-<hex:4>-<hex:4>-<hex:4>-<hex:12>@<hex:8>-<hex:4>-<hex:4>-<hex:4>-<hex:12>/IncomingWebhook/<hex:32>/<hex:8>-<hex:4>"]
      clean: ["https://acme.webhook.office.com/webhookb2/"]

  incoming-webhook:
    description: Addresses of webhooks of Mattermost, Rocket.Chat, Zapier, IFTTT, Make and Healthchecks.
    kind: value
    priority: 75
    anchors: [/hooks/catch/, /with/key/, hook.make.com/, hook.eu1.make.com/, hook.eu2.make.com/, hook.us1.make.com/, hc-ping.com/, events.pagerduty.com/integration/]
    pattern: '[A-Za-z0-9_/-]{14}'
    rest: '[A-Za-z0-9_/-]'
    before: none
    after: none
    keep: true
    examples:
      match: ["https://hooks.zapier.com/hooks/catch/<digits:7>/<alnum:7>/", "https://maker.ifttt.com/trigger/up/with/key/<base64url:22>", "https://hc-ping.com/<hex:8>-<hex:4>-<hex:4>-<hex:4>-<hex:12>"]
      clean: ["https://hooks.zapier.com/hooks/catch/", "https://hc-ping.com/docs"]

  chat-webhook:
    description: Addresses of webhooks of Mattermost, Rocket.Chat and of those that end with a long ID.
    kind: value
    priority: 75
    anchors: [/hooks/, /webhook/]
    pattern: '[A-Za-z0-9-]{17}'
    rest: '[A-Za-z0-9/-]'
    before: none
    after: '[_.]'
    keep: true
    validator: entropy
    examples:
      match: ["https://chat.example.com/hooks/<alnum:26>", "https://chat.example.com/hooks/<alnum:17>/<alnum:43>"]
      clean: ["core/hooks/pre-commit", "src/hooks/useAuthenticatedUser.ts", "/webhook/customer-notifications"]

  twilio-id:
    description: Account SIDs and API keys of Twilio.
    kind: value
    priority: 60
    anchors: [AC, SK]
    short_anchor: Two letters before a hash are all there is.
    pattern: '[a-f0-9]{28}'
    rest: '[a-f0-9]'
    examples:
      match: ["AC<hex:32>", "SK<hex:32>"]
      clean: ["ACCEPTED", "SKU-0123456789abcdef"]

  sendgrid-key:
    description: Keys of SendGrid.
    kind: value
    priority: 70
    anchors: [SG.]
    pattern: '[A-Za-z0-9_-]{18}'
    rest: '[A-Za-z0-9_.-]'
    after: none
    validator: entropy
    examples:
      match: ["SG.<base64url:22>.<base64url:43>"]
      clean: ["SG.example", "SG.some-long-host-name-of-mine.example"]

  mail-service-key:
    description: Keys of Mailgun, Brevo and Mailchimp's Mandrill.
    kind: value
    priority: 70
    anchors: [key-, pubkey-, xkeysib-, xsmtpsib-, md-]
    pattern: '[A-Za-z0-9]{22}'
    rest: '[A-Za-z0-9-]'
    after: none
    validator: entropy
    before: '[A-Za-z0-9_-]'
    examples:
      match: ["key-<hex:32>", "xkeysib-<hex:64>-<alnum:16>"]
      clean: ["key-value", "key-representationoflargevalues"]

  mailgun-private-key:
    description: Keys of Mailgun in three parts.
    kind: value
    priority: 55
    anchors: ["-"]
    short_anchor: Their parts are marked by hyphens alone.
    lead: '[a-f0-9]{32}'
    pattern: '[a-f0-9]{8}-[a-f0-9]{8}'
    before: '[A-Za-z0-9_-]'
    after: '[A-Za-z0-9_-]'
    examples:
      match: ["<hex:32>-<hex:8>-<hex:8>"]
      clean: ["0123456789abcdef0123456789abcdef-20240101"]

  mailchimp-key:
    description: Keys of Mailchimp.
    kind: value
    priority: 70
    anchors: [-us]
    lead: '[a-f0-9]{32}'
    pattern: '[0-9]{1,2}'
    examples:
      match: ["<hex:32>-us6", "<hex:32>-us21"]
      clean: ["0123456789abcdef-us1", "contact-us2"]

  resend-key:
    description: Keys of Resend.
    kind: value
    priority: 65
    anchors: [re_]
    pattern: '[A-Za-z0-9]{8}_[A-Za-z0-9]{20}'
    rest: '[A-Za-z0-9]'
    examples:
      match: ["re_<alnum:8>_<alnum:24>"]
      clean: ["re_compiled_patterns"]

  mapbox-token:
    description: Tokens of Mapbox.
    kind: value
    priority: 65
    anchors: [sk.eyJ, tk.eyJ, pk.eyJ]
    pattern: '[A-Za-z0-9_-]{20}'
    rest: '[A-Za-z0-9_.-]'
    after: none
    examples:
      match: ["sk.eyJ<base64url:80>.<base64url:22>"]
      clean: ["sk.eyJ begins it"]

  intercom-token:
    description: Tokens of Intercom.
    kind: value
    priority: 60
    anchors: [dG9rO]
    pattern: '[A-Za-z0-9+/]{40}'
    rest: '[A-Za-z0-9+/=]'
    before: '[A-Za-z0-9_+/]'
    after: none
    examples:
      match: ["dG9rO<base64:50>="]
      clean: ["dG9rO"]

  # ------------------------------------------------------------------ payment

  stripe-key:
    description: Secret, restricted and webhook keys of Stripe and of those that write theirs alike.
    kind: value
    priority: 70
    anchors: [sk_live_, sk_test_, rk_live_, rk_test_, sk_prod_, sk_sbox_, whsec_, sk_org_live_, prv_live_]
    pattern: '[A-Za-z0-9]{16}'
    rest: '[A-Za-z0-9+/=_]'
    before: none
    after: none
    examples:
      match: ["sk_live_<alnum:24>", "rk_test_<alnum:99>", "whsec_<base64:1><alnum:31>"]
      clean: ["pk_live_ is public", "sk_live_mode", "whsec_header"]

  square-token:
    description: Tokens of Square.
    kind: value
    priority: 70
    anchors: [sq0atp-, sq0csp-, sq0idb-, sq0csb-]
    pattern: '[A-Za-z0-9_-]{16}'
    rest: '[A-Za-z0-9_-]'
    before: none
    after: none
    examples:
      match: ["sq0atp-<base64url:22>", "sq0csp-<base64url:43>"]
      clean: ["sq0atp-x"]

  meta-token:
    description: Access tokens of Square, Facebook and Instagram.
    kind: value
    priority: 60
    anchors: [EAA, IGQ]
    pattern: '[A-Za-z0-9_-]{56}'
    rest: '[A-Za-z0-9_-]'
    before: '[A-Za-z0-9_+/-]'
    after: '[+/=]'
    validator: entropy
    examples:
      match: ["EAAAE<base64url:59>", "EAAC<alnum:160>"]
      clean: ["EAAAAAAA"]

  paypal-token:
    description: Tokens of PayPal and Braintree.
    kind: value
    priority: 70
    anchors: [access_token$production$, access_token$sandbox$]
    pattern: '[a-z0-9]{12}'
    rest: '[a-z0-9$]'
    before: none
    examples:
      match: ["access_token$production$<lower:8><hex:8>$<hex:32>", "access_token$sandbox$<hex:16>$<hex:32>"]
      clean: ["access_token$production$"]

  adyen-key:
    description: Keys of Adyen.
    kind: value
    priority: 65
    anchors: [AQE]
    pattern: '[a-z][A-Za-z0-9+/]{40}'
    rest: '[A-Za-z0-9+/=*^.:;<>?{}()@#$%&|~_-]'
    before: '[A-Za-z0-9_+/]'
    after: none
    validator: entropy
    examples:
      match: ["AQEyhmfxK<alnum:60>==-<base64:43>=-<alnum:16>"]
      clean: ["AQE"]

  payment-service-key:
    description: Keys of Razorpay, Flutterwave, Shippo, Duffel, EasyPost and Paddle.
    kind: value
    priority: 70
    anchors: [rzp_live_, rzp_test_, FLWSECK-, FLWSECK_TEST-, shippo_live_, shippo_test_, duffel_live_, duffel_test_, EZAK, EZTK, pdl_live_apikey_, pdl_sdbx_apikey_]
    pattern: '[A-Za-z0-9]{10}'
    rest: '[A-Za-z0-9_=-]'
    after: none
    examples:
      match: ["rzp_live_<alnum:14>", "shippo_live_<hex:40>", "EZAK<alnum:54>"]
      clean: ["rzp_live_mode", "EZTK-1"]

  gateway-live-key:
    description: Keys of GoCardless, Mollie and Lob.
    kind: value
    priority: 60
    anchors: [live_]
    pattern: '[A-Za-z0-9]{20}'
    rest: '[A-Za-z0-9_-]'
    after: none
    validator: entropy
    examples:
      match: ["live_<alnum:40>", "live_<hex:35>"]
      clean: ["live_positions", "live_tradingreconciliation_worker"]

  shopify-token:
    description: Tokens and secrets of Shopify.
    kind: value
    priority: 70
    anchors: [shpat_, shpca_, shppa_, shpss_, shpua_, shptka_]
    pattern: '[A-Fa-f0-9]{24}'
    rest: '[A-Fa-f0-9]'
    before: none
    examples:
      match: ["shpat_<hex:32>", "shpss_<hex:32>"]
      clean: ["shpat_token"]

  plaid-token:
    description: Access, public and link tokens of Plaid.
    kind: value
    priority: 70
    anchors: [access-production-, access-sandbox-, access-development-, link-production-, link-sandbox-, public-production-, public-sandbox-]
    pattern: '[a-f0-9]{8}-[a-f0-9]{4}'
    rest: '[a-f0-9-]'
    examples:
      match: ["access-production-<hex:8>-<hex:4>-<hex:4>-<hex:4>-<hex:12>", "access-sandbox-<hex:8>-<hex:4>-<hex:4>-<hex:4>-<hex:12>"]
      clean: ["access-production-database"]

  # ------------------------------------------------------------------ AI providers

  anthropic-key:
    description: Keys of Anthropic.
    kind: value
    priority: 75
    anchors: [sk-ant-]
    pattern: '[A-Za-z0-9_-]{20}'
    rest: '[A-Za-z0-9_-]'
    before: none
    after: none
    examples:
      match: ["sk-ant-api03-<base64url:93>AA", "sk-ant-admin01-<base64url:93>AA"]
      clean: ["sk-ant-api03-"]

  openai-key:
    description: Keys of OpenAI and of those that write theirs alike.
    kind: value
    priority: 70
    anchors: [sk-proj-, sk-svcacct-, sk-admin-, sk-None-, sk-or-v1-, sk-lf-, sk-helicone-, sk-live-, sk-api-, sk-cp-, sk-test-]
    pattern: '[A-Za-z0-9_-]{16}'
    rest: '[A-Za-z0-9_-]'
    after: none
    validator: entropy
    examples:
      match: ["sk-proj-<base64url:74>T3BlbkFJ<base64url:74>", "sk-or-v1-<hex:64>", "sk-svcacct-<base64url:60>"]
      clean: ["sk-proj-name", "sk-test-environment"]

  model-provider-key:
    description: Keys of Hugging Face, Groq, Replicate, xAI and Perplexity.
    kind: value
    priority: 70
    anchors: [hf_, api_org_, gsk_, r8_, xai-, pplx-]
    pattern: '[A-Za-z0-9]{30}'
    rest: '[A-Za-z0-9]'
    after: none
    examples:
      match: ["hf_<alnum:34>", "gsk_<alnum:52>", "r8_<alnum:37>", "xai-<alnum:80>", "pplx-<alnum:48>"]
      clean: ["hf_hub_download_all_the_things_at_once", "xai-explanations"]

  sk-key:
    description: Keys that begin with sk- as OpenAI's old ones and DeepSeek's do.
    kind: value
    priority: 60
    anchors: [sk-, csk-, fc-, tvly-, jina_, lsv2_pt_, lsv2_sk_, fw_, rpa_, e2b_, bb_live_, wandb_v1_, tvly-dev-, tvly-prod-]
    pattern: '[A-Za-z0-9]{20}'
    rest: '[A-Za-z0-9_-]'
    before: '[A-Za-z0-9_-]'
    after: none
    validator: entropy
    examples:
      match: ["sk-<alnum:48>", "csk-<alnum:48>", "fw_<alnum:24>", "lsv2_pt_<hex:32>_<hex:10>", "tvly-<alnum:32>"]
      clean: ["sk-learn-extensions-contrib", "risk-assessmentofallpositions", "fw_internationalisation"]

  pinecone-key:
    description: Keys of Pinecone, NVIDIA and Together whose parts are short.
    kind: value
    priority: 61
    anchors: [pcsk_, nvapi-, tgp_v1_]
    pattern: '[A-Za-z0-9_-]{40}'
    rest: '[A-Za-z0-9_-]'
    after: none
    examples:
      match: ["pcsk_<alnum:5>_<alnum:63>", "nvapi-<base64url:64>"]
      clean: ["pcsk_id"]

  elevenlabs-key:
    description: Keys of ElevenLabs and of Cursor.
    kind: value
    priority: 60
    anchors: [sk_, key_]
    pattern: '[a-f0-9]{40}'
    rest: '[a-f0-9]'
    examples:
      match: ["sk_<hex:48>", "key_<hex:64>"]
      clean: ["sk_deadbeef", "key_0123456789"]

  # ------------------------------------------------------------------ wallets

  extended-private-key:
    description: Extended private keys of Bitcoin's wallets.
    kind: value
    priority: 75
    anchors: [xprv, yprv, zprv, tprv, uprv, vprv]
    pattern: '[1-9A-HJ-NP-Za-km-z]{60}'
    rest: '[1-9A-HJ-NP-Za-km-z]'
    after: none
    examples:
      match: ["xprv9s21ZrQH143K<base58:96>", "tprv<base58:107>"]
      clean: ["xprv9s21", "an xpub is no xprv"]

  wallet-import-key:
    description: Private keys of Bitcoin in the wallet import format.
    kind: value
    priority: 65
    anchors: [5H, 5J, 5K, Kw, Kx, Ky, Kz, L1, L2, L3, L4, L5]
    short_anchor: The version byte decides two characters and no more.
    pattern: '[1-9A-HJ-NP-Za-km-z]{46,50}'
    before: '[A-Za-z0-9_+/-]'
    after: '[A-Za-z0-9_+/=-]'
    validator: entropy
    examples:
      match: ["5J<base58:49>", "Kx<base58:50>", "L3<base58:50>"]
      clean: ["L3 and 5K", "Kxabc"]

  chain-secret-key:
    description: Secret keys of Nostr, Sui, Aptos, Tezos and Cardano.
    kind: value
    priority: 75
    anchors: [nsec1, suiprivkey1, ed25519-priv-0x, secp256k1-priv-0x, edsk, ed25519e_sk1, ed25519_sk1, addr_xsk1, root_xsk1, acct_xsk1]
    pattern: '[A-Za-z0-9]{48}'
    rest: '[A-Za-z0-9]'
    examples:
      match: ["nsec1<lower:58>", "suiprivkey1<lower:60>", "edsk<base58:50>"]
      clean: ["nsec1234", "edskill"]

  stellar-secret-seed:
    description: Secret seeds of Stellar.
    kind: value
    priority: 65
    anchors: [SA, SB, SC, SD]
    short_anchor: The version byte decides two characters and no more.
    pattern: '[A-Z2-7]{48}'
    rest: '[A-Z2-7]'
    before: '[A-Za-z0-9_+/-]'
    after: '[A-Za-z0-9_+/=-]'
    examples:
      match: ["SA<upper:54>"]
      clean: ["SCHEDULED", "SAVE"]

  seed-words:
    description: Twelve to twenty-four words that are a wallet.
    kind: value
    priority: 65
    anchors: ["<words>"]
    validator: words
    short_anchor: Words have no mark; the engine looks for runs of them.
    examples:
      match: ["<words:12>", "they wrote: <words:24>", "<words:15>"]
      clean: ["the quick brown fox jumps over the lazy dog and then it runs away", "able about above"]

  seed-phrase:
    description: Phrases that restore a wallet, by their name.
    kind: key
    priority: 70
    names:
      [seed_phrase, mnemonic, mnemonic_phrase, mnemonic_words, recovery_phrase, secret_phrase,
      backup_phrase, wallet_seed, wallet_phrase, seed_words, secret_words, recovery_words, hd_seed,
      xrp_seed, ripple_seed, bip39_seed, master_seed, root_seed, account_seed,
      seed_hex, wif]
    value: phrase
    examples:
      match: ["seed_phrase=<words:12>", "{\"mnemonic\":\"<words:24>\"}", "Recovery Phrase: <words:12>"]
      clean: ["the recovery phrase is never shown", "{\"mnemonic_length\":12}"]

  alpaca-key-id:
    description: Key IDs of Alpaca.
    kind: value
    priority: 60
    anchors: [PK, AK, CK]
    short_anchor: Two letters are all they begin with.
    pattern: '[A-Z0-9]{18}([A-Z0-9]{6})?'
    examples:
      match: ["PK<upalnum:18>", "AK<upalnum:18>"]
      clean: ["PKCS8", "AKTIENGESELLSCHAFT"]

  coinbase-key-name:
    description: Names of Coinbase's API keys.
    kind: value
    priority: 60
    anchors: [/apiKeys/]
    pattern: '[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}'
    before: none
    keep: true
    examples:
      match: ["organizations/0a1b2c3d-0000-4000-8000-000000000000/apiKeys/<hex:8>-<hex:4>-<hex:4>-<hex:4>-<hex:12>"]
      clean: ["organizations/0a1b2c3d-0000-4000-8000-000000000000/apiKeys/list"]

  # ------------------------------------------------------------------ authorization by its looks

  bearer-token:
    description: What follows Bearer.
    kind: value
    priority: 55
    anchors: ["Bearer ", "Bearer%20", "Bearer+", "Bearer: ", "Bearer:", "Bearer="]
    fold: true
    pattern: '[A-Za-z0-9._~+/-]{12}'
    rest: '[A-Za-z0-9._~+/=-]'
    before: '[A-Za-z0-9]'
    after: none
    keep: true
    validator: entropy
    examples:
      match: ["authorised as Bearer <base64url:40>", "BEARER <alnum:32>"]
      clean: ["Bearer authentication is needed", "the bearer identification-number", "Bearer realm"]

  basic-credentials:
    description: What follows Basic.
    kind: value
    priority: 55
    anchors: ["Basic "]
    fold: true
    pattern: '[A-Za-z0-9+/]{12}'
    rest: '[A-Za-z0-9+/=]'
    before: '[A-Za-z0-9]'
    after: none
    keep: true
    validator: entropy
    examples:
      match: ["sent with Basic <base64:30>==", "basic <base64:40>"]
      clean: ["Basic authentication is needed", "basic understanding/knowledge"]

  authorization-scheme:
    description: What follows the names of other schemes of authorization.
    kind: value
    priority: 55
    anchors: ["SSWS ", "Negotiate ", "NTLM ", "ApiKey ", "Api-Key ", "GenieKey ", "Splunk ", "MAC id=", "GoogleLogin auth=", "OAuth ", "DPoP ", "SharedKey ", "Snowflake Token=", "Bot "]
    fold: true
    pattern: '[A-Za-z0-9._~+/:-]{16}'
    rest: '[A-Za-z0-9._~+/:=-]'
    before: '[A-Za-z0-9]'
    after: none
    keep: true
    validator: entropy
    examples:
      match: ["SSWS 00<base64url:40>", "GenieKey <hex:8>-<hex:4>-<hex:4>-<hex:4>-<hex:12>", "NTLM TlRMTVNTUAAB<base64:60>"]
      clean: ["ApiKey authentication-service", "Negotiate protocol/version"]

  request-signature:
    description: Signatures of requests to cloud services.
    kind: value
    priority: 55
    anchors: ["Signature=", "Signature=\""]
    fold: true
    pattern: '[A-Za-z0-9+/%_-]{24}'
    rest: '[A-Za-z0-9+/%=_-]'
    before: none
    after: none
    keep: true
    examples:
      match: ["SignedHeaders=host;x-amz-date, Signature=<hex:64>", "X-Goog-Signature=<hex:128>"]
      clean: ["Signature=none"]

  # ------------------------------------------------------------------ URLs

  command-line-credentials:
    description: Names and passwords that commands take behind a short flag.
    kind: value
    priority: 45
    anchors: [" -u ", " --user ", " --user="]
    pattern: '[A-Za-z][A-Za-z0-9._@+-]{0,63}:[!#-&(-~]'
    rest: '[!#-&(-~]'
    before: none
    after: none
    keep: true
    examples:
      match: ["curl -u desk:<alnum:12> https://api.example.com", "curl --user desk:<alnum:12> https://api.example.com"]
      clean: ["docker run -u 1000:1000 engine", "journalctl --user -u engine.service"]

  command-line-password:
    description: Passwords that commands take behind -p.
    kind: value
    priority: 40
    anchors: [" -p ", " -P "]
    pattern: '[!#-&(-.0-~]{8}'
    rest: '[!#-&(-~]'
    before: none
    after: none
    keep: true
    validator: entropy
    examples:
      match: ["sshpass -p <alnum:14>7 ssh desk", "docker login -u desk -p <alnum:20>"]
      clean: ["mkdir -p /usr/local/lib/x86_64", "ssh -p 2222 desk", "docker run -p 8080:80 engine", "pytest -p no:cacheprovider"]

  database-user-password:
    description: Passwords of users in statements of SQL.
    kind: value
    priority: 55
    anchors: ["IDENTIFIED BY '", 'IDENTIFIED BY "', "identified by '", "BY PASSWORD '"]
    pattern: '[ !#-&(-~]'
    rest: '[ !#-&(-~]'
    before: none
    after: none
    keep: true
    examples:
      match: ["CREATE USER desk IDENTIFIED BY '<alnum:12>'", "alter user desk identified by '<alnum:8> <alnum:6>'"]
      clean: ["users are identified by number"]

  registry-credentials:
    description: Credentials of Docker's and npm's registries, and sessions of Django.
    kind: value
    priority: 50
    anchors: ['"auth":"', '"auth": "', '_auth=', 'sessionid=']
    pattern: '[A-Za-z0-9+/]{16}'
    rest: '[A-Za-z0-9+/=]'
    after: '[_-]'
    keep: true
    validator: entropy
    examples:
      match: ['{"auths":{"registry.example.com":{"auth":"<base64:30>=="}}}', "theme=dark; sessionid=<alnum:32>"]
      clean: ['{"auth":"oauth2"}', "sessionid=4e18bf6a-94c8-4ce7-a4e9-151f5f573263"]

  url-credentials:
    description: User names and passwords in URLs of databases, brokers and sites.
    kind: url
    priority: 70
    part: userinfo
    except: [git, hg, svn, anonymous, root, user, postgres, admin, ubuntu, ec2-user, deploy, ssh]
    examples:
      match: ["postgres://app:<alnum:16>@db.example.com:5432/app", "https://<hex:32>@o1.ingest.example.com/1", "redis://:<alnum:20>@cache:6379/0", "amqp://guest:<alnum:8>%40<alnum:6>@mq.example.com/vhost"]
      clean: ["https://example.com/@someone", "ssh://git@github.com/acme/tool.git", "http://127.0.0.1:8080/a@b"]

  url-query-secrets:
    description: Secrets in the query or fragment of a URL.
    kind: url
    priority: 60
    part: query
    parameters:
      [sig, signature, sign, s_sig, hmac, X-Amz-Signature, X-Amz-Credential, X-Amz-Security-Token,
      X-Goog-Signature, X-Goog-Credential, X-Oss-Signature, X-Oss-Security-Token, OSSAccessKeyId,
      AWSAccessKeyId, GoogleAccessId, Key-Pair-Id, q-signature, q-ak, token, access_token, auth_token,
      oauth_token, oauth_token_secret, oauth_signature, oauth_verifier, refresh_token, id_token,
      id_token_hint, session_token, session_key, csrf_token, csrf, xsrf, jwt, assertion,
      client_assertion, samlresponse, code_verifier, device_code, otp, totp, passcode, pin,
      client_secret, app_secret, secret, secret_key, api_secret, api_key, apikey, x-api-key,
      access_key, access_key_id, subscription-key, app_key, appid_secret, license_key, auth,
      authorization, auth_key, auth_sig, bearer, password, passwd, pass, pwd, passphrase, private_key,
      credential, credentials, listenkey, sas, invite_token, reset_token, confirmation_token,
      magic_link, login_token, upload_token, share_token, webhook_token, webhook_secret, sid,
      phpsessid, jsessionid, sessionid, user_token, hapikey, circle-token, private_token, job_token,
      personal_access_token, hdnts, hdnea, hdntl, wskey, ws_token, x-plex-token, x-emby-token,
      verify_token, hub.verify_token, tkn, email_token, signed_token]
    examples:
      match:
        - "https://box.blob.core.windows.net/c/f.zip?sv=2024-05-04&se=2026-01-01&sr=b&sig=<alnum:43>%3D"
        - "https://b.s3.amazonaws.com/k?X-Amz-Credential=<upalnum:20>%2F20260101%2Feu%2Fs3&X-Amz-Signature=<hex:64>"
        - "https://app.example.com/cb#access_token=<base64url:40>&state=1"
        - "wss://stream.example.com/ws?listenKey=<alnum:60>"
        - "/v1/orders?symbol=BTC&timestamp=1700000000000&signature=<hex:64>"
      clean: ["https://example.com/search?q=token&page=2", "https://example.com/?sort=key&order=asc", "/v1/orders?symbol=BTC&limit=10"]

  url-query-codes:
    description: Codes and keys in the query of a URL under a name that often means nothing secret.
    kind: value
    priority: 59
    anchors: ["?code=", "&code=", "#code=", "?session=", "&session=", "?ticket=", "&ticket=", "?state_token="]
    pattern: '[A-Za-z0-9%._~/-]{14}'
    rest: '[A-Za-z0-9%._~/=-]'
    before: none
    after: none
    keep: true
    validator: entropy
    examples:
      match: ["http://127.0.0.1:8765/cb?code=<base64url:39>7&state=q"]
      clean: ["https://example.com/?key=BTC-USD&code=200", "/v1/keys?key=market-data-snapshots"]

  url-query-key:
    description: Keys in the query of a URL under a name that often means nothing secret.
    kind: value
    priority: 59
    anchors: ["?key=", "&key="]
    pattern: '[A-Za-z0-9%_-]{20}'
    rest: '[A-Za-z0-9%._~/=-]'
    before: none
    after: none
    keep: true
    validator: entropy
    examples:
      match: ["https://maps.example.com/x?v=3&key=<alnum:39>7"]
      clean: ["https://example.com/?key=KXFED-26MAR-T4.25&code=200", "/v1/keys?key=market-data-snapshots"]

  # ------------------------------------------------------------------ secrets by their name

  authorization:
    description: Headers that authorise, by their name.
    kind: key
    priority: 58
    names:
      [authorization, authorisation, proxy_authorization, authorization_header, auth_header,
      http_authorization]
    value: line
    examples:
      match: ["Authorization: Bearer <alnum:20>", "{\"Proxy-Authorization\":\"Basic <base64:24>\"}", "authorization=Digest username=\"<lower:8>\", response=\"<hex:32>\"", "HTTP_AUTHORIZATION=Token <hex:40>"]
      clean: ["{\"authorization_url\":\"https://login.example.com/authorize\"}", "{\"authorized\":true}"]

  cookie:
    description: Cookies, by the name of their header.
    kind: key
    priority: 50
    names:
      [cookie, cookies, set_cookie, cookie_header]
    value: line
    numbers: keep
    examples:
      match: ["Cookie: a=<alnum:20>; theme=<lower:6>", "Set-Cookie: id=<hex:32>; Path=/; HttpOnly", "{\"cookies\":{\"a\":\"<alnum:24>\"}}"]
      clean: ["{\"cookie_count\":3}", "{\"accepts\":\"cookie_policy\"}"]

  session-cookie:
    description: Cookies and tokens of sessions, by their name.
    kind: key
    names:
      [sid, ssid, hsid, session_token, session_key, session_cookie, phpsessid, jsessionid,
      asp_net_sessionid, aspsessionid, connect_sid, laravel_session, rack_session, gitlab_session,
      user_session, auth_cookie, remember_token, remember_me_token, remember_user_token,
      secure_1psid, secure_3psid, aspxauth, identity_application, cf_clearance, sapisid,
      sso_session, sessid, cftoken, auth_session, login_session]
    numbers: keep
    examples:
      match: ["sid=<alnum:26>", "PHPSESSID=<lower:6><hex:20>", "connect.sid=s%3A<alnum:32>.<alnum:43>", "{\"sessionToken\":\"<base64url:40>\"}"]
      clean: ["{\"session_id\":\"0a1b2c3d\"}", "{\"user_side\":\"left\"}", "{\"inside\":\"yes\"}"]

  access-token:
    description: Tokens of every sort, by their name.
    kind: key
    names:
      [token, access_token, refresh_token, id_token, csrf, csrfmiddlewaretoken, xsrf, jwt, bearer,
      oauth_verifier, github_pat, gitlab_pat, azure_pat, devops_pat, access_pat, client_assertion,
      saml_response, saml_assertion, code_verifier, device_code, authorization_code, auth_code,
      magic_link, id_token_hint, ticket_granting_ticket, kerberos_ticket, sas, macaroon, macaroon_hex,
      "=crumb"]
    examples:
      match: ["access_token=<alnum:32>", "{\"refreshToken\":\"<base64url:43>\"}", "X-Auth-Token: <hex:40>", "--token <alnum:24>", "GITHUB_TOKEN='<alnum:36>'"]
      clean: ["{\"token_count\":512}", "{\"next_token\":\"page-2\"}", "{\"token_type\":\"bearer\"}", "{\"nextPageToken\":\"CAUQAA\"}", "Unexpected token in the second line"]

  tokens:
    description: Lists of tokens, by their name; a number of tokens stays.
    kind: key
    names:
      [tokens, jwts]
    numbers: keep
    strict: true
    examples:
      match: ["{\"tokens\":[\"<alnum:32>\",\"<alnum:32>\"]}", "{\"userTokens\":{\"a\":\"<alnum:24>\"}}"]
      clean: ["{\"tokens\":512}", "{\"max_tokens\":4096}", "{\"total_tokens\":17}", "no tokens left"]

  api-key:
    description: Keys of APIs, by their name.
    kind: key
    names:
      [api_key, api_keys, access_key, access_keys, access_key_id, api_key_id, app_key, app_keys,
      application_key, service_key, service_role_key, anon_key, admin_key, client_key, consumer_key,
      consumer_keys, developer_key, license_key, licence_key, subscription_key, integration_key,
      ingest_key, ingestion_key, write_key, server_key, account_key, storage_key, shared_access_key,
      shared_key, functions_key, auth_key, mbx_apikey, kc_api_partner, hapikey, key_secret,
      deploy_key, sdk_key, listen_key, broker_key, trading_key, trade_key, exchange_key, webhook_key,
      instrumentation_key, rapidapi_key, api_token, api_tokens]
    examples:
      match: ["api_key=<alnum:32>", "{\"apiKey\":\"<hex:32>\"}", "X-API-KEY: <alnum:40>", "--api-key=<alnum:24>", "OK-ACCESS-KEY: <hex:8>-<hex:4>-<hex:4>-<hex:4>-<hex:12>", "X-MBX-APIKEY: <alnum:64>"]
      clean: ["{\"key\":\"BTC-USD\"}", "{\"primary_key\":\"id\"}", "{\"idempotency_key\":\"0a1b2c3d-0000\"}", "{\"public_key\":\"abcdef0123456789\"}", "{\"api_key_count\":2}"]

  secret:
    description: Secrets, by their name.
    kind: key
    names:
      [secret, secrets, secret_access_key, secret_key, secret_keys, fingerprint_key, secret_id, secret_value, secret_string, key_base,
      encryption_key, encryption_keys, encrypt_key, decryption_key, signing_key, signing_keys,
      master_key, hmac_key, aes_key, private_key, private_keys, priv_key, private_key_pem,
      private_key_base64, private_key_hex, client_key_data, preshared_key, pre_shared_key,
      key_material, wrapping_key, fernet_key, fernet_keys, vault_key, unseal_key, unseal_keys,
      recovery_key, recovery_keys, backup_key, backup_codes, recovery_codes, recovery_code,
      backup_code, wallet_key, signer_key, spend_key, private_view_key, secret_seed, stellar_seed,
      authenticator_key, credential, credentials, creds, cred, service_account_json,
      service_account_key, credentials_json, sa_key, docker_auth_config, dockerconfigjson, vault_pass]
    examples:
      match: ["client_secret=<alnum:32>", "{\"apiSecret\":\"<base64:44>\"}", "AWS_SECRET_ACCESS_KEY=<base64:40>", "\"privateKey\": \"0x<hex:64>\"", "credentials: {\"a\": \"<alnum:20>\"}", "CB-ACCESS-SECRET: <base64:86>=="]
      clean: ["{\"secret_name\":\"db\"}", "{\"public_key\":\"0x04\"}", "{\"secrets_count\":3}", "{\"key_id\":\"k1\"}", "{\"credentials_provider\":\"env\"}"]

  signature-header:
    description: Headers that sign a request to an exchange.
    kind: key
    names:
      [ok_access_sign, cb_access_sign, kc_api_sign, x_bapi_sign, api_sign, kalshi_access_signature,
      poly_signature, x_gemini_signature, x_gemini_payload, bfx_signature, x_hub_signature,
      x_hub_signature_256, stripe_signature, x_slack_signature, x_twilio_signature,
      x_shopify_hmac_sha256, x_line_signature, x_signature, api_signature, gate_sign]
    priority: 51
    value: line
    examples:
      match: ["OK-ACCESS-SIGN: <base64:43>=", "KALSHI-ACCESS-SIGNATURE: <base64:342>==", "Stripe-Signature: t=1700000000,v1=<hex:64>"]
      clean: ["OK-ACCESS-TIMESTAMP: 2026-01-01T00:00:00.000Z", "X-BAPI-RECV-WINDOW: 5000"]

  signature:
    description: Signatures and other proofs of requests to an exchange, by their name.
    kind: key
    names:
      [signature, signatures, sign, sig, signed_request, hmac, hmac_sha256, hmac_sha512, signature_hex,
      signature_base64]
    numbers: keep
    examples:
      match: ["{\"signature\":\"<hex:64>\"}", "sign=<hex:64>", "sig: <hex:64>"]
      clean: ["{\"signature_algorithm\":\"rsa-sha256\"}", "{\"method_signature\":\"f(x)\"}", "sign in to go on", "the signature is wrong", "{\"design\":\"new\"}"]

  password:
    description: Passwords and passphrases, by their name.
    kind: key
    names:
      [password, passwords, passwd, pwd, passphrase, pass_phrase, psk, passcode, pass_code, user_pass,
      db_pass, mysql_pwd, rediscli_auth, password_confirmation, password_confirm, password_hash,
      password_digest, passwort, kennwort, mot_de_passe, contrasena, senha, wachtwoord, wifi_key,
      wpa_key, network_key, wep_key, unlock_code, security_answer, secret_answer, keystore_pass,
      storepass, keypass, truststore_pass, sshpass, ftp_pass, smtp_pass, mail_pass, login_pass,
      admin_pass, root_pass, api_pass, bindpw, bind_pw, rootpw, userpw, dbpw, requirepass, masterauth,
      basic_auth]
    value: phrase
    examples:
      match: ["password=<alnum:12>", "{\"Password\":\"<alnum:6> <alnum:6> <alnum:6>\"}", "psk=<alnum:6> <alnum:8>", "passphrase: <alnum:16>", "OK-ACCESS-PASSPHRASE: <alnum:10>", "the password is <alnum:20>7"]
      clean: ["{\"password_reset_url\":\"https://example.com/reset\"}", "{\"passwordless\":true}", "the password is wrong", "enter your password to go on", "{\"password_length\":12}"]

  pass:
    description: Passwords under a short name; a number stays, for tests count what passes.
    kind: key
    names:
      [pass, pw]
    numbers: keep
    examples:
      match: ["{\"pass\":\"<alnum:12>\"}", "ldap_pass=<alnum:16>", "user=a pw=<alnum:12>"]
      clean: ["{\"pass\":12,\"fail\":0}", "{\"compass\":\"north\"}", "all tests pass", "{\"passed\":true}"]

  one-time-code:
    description: PINs, one-time codes and what is asked for beside a password.
    kind: key
    names:
      [otp_code, mfa_code, one_time_code, one_time_password, verification_code, two_factor_code,
      twofa_code, 2fa_code, tfa_code, security_code, pin_code, sms_code, confirmation_code,
      login_code, card_security_code,
      pin, otp, totp, hotp, cvv, cvc, cvv2, cvc2, puk, challenge_answer, access_code, email_code,
      activation_code]
    examples:
      match: ["verification code: <digits:6>", "cvv: <digits:5>", "{\"pin\":<digits:6>}", "otp=<digits:6>", "{\"userPin\":\"<digits:6>\"}", "{\"mfaCode\":\"<digits:6>\"}", "cvv2=<digits:5>"]
      clean: ["the verification code has expired", "{\"spin\":\"left\"}", "{\"pin_count\":3}", "pin the version", "{\"mapping\":\"a\"}"]

  named-pair:
    description: A member that is a name beside one that is its value.
    kind: pair
    names:
      [name, key, header, field, header_name, field_name, param, parameter, parameter_key, parameter_name,
      variable, property, attribute, option, setting, id, k, n]
    values:
      [value, val, values, v, header_value, field_value, string_value, parameter_value, raw_value, content]
    examples:
      match: ["{\"name\":\"X-Api-Key\",\"value\":\"<alnum:20>\"}", "[{\"key\":\"password\",\"value\":\"<alnum:12>\"}]"]
      clean: ["{\"name\":\"Content-Type\",\"value\":\"application/json\"}", "{\"name\":\"next_token\",\"value\":\"page-2\"}"]

  # ------------------------------------------------------------------ accounts and persons

  account-number:
    description: Numbers of accounts and of those who own them, by their name.
    kind: key
    names:
      [account_number, account_no, account_num, account_nr, acct_no, acct_number, routing_number,
      sort_code, kontonummer, card_number, card_no, credit_card_number, social_security_number,
      passport_number, iban,
      account_numbers, account_id, account_ids, acct, acct_id, acct_code, account_code, aba_number,
      bank_account, brokerage_account, depot_number, depotnummer, sub_account_id, credit_card,
      debit_card, cc_number, ccnum, pan_number, ssn, social_security, sozialversicherungsnummer,
      national_id, national_insurance_number, nino, passport_no, drivers_license, driver_license,
      driving_licence, tax_id, tax_number, steuernummer, steuer_id, itin, date_of_birth, dob,
      birth_date, birthdate, geburtsdatum]
    examples:
      match: ["account number: <digits:10>", "routing_number=<digits:9>", "{\"account_number\":\"<digits:10>\"}", "accountId=<digits:9>", "{\"acct\":\"U<digits:7>\"}", "{\"ssn\":\"<digits:9>\"}", "card_number=<digits:16>"]
      clean: ["the account number is missing", "{\"account_type\":\"margin\"}", "{\"accounts\":3}", "{\"contact\":\"desk\"}", "{\"accounting_id\":\"a\"}"]

  payment-card:
    description: Numbers of payment cards.
    kind: value
    priority: 45
    anchors: ["<digits>"]
    short_anchor: Digits have no mark; the engine looks for runs of them.
    validator: luhn
    not_after: [order, orders, id, ids, trade, trades, fill, seq, sequence, sequence_number, nonce, ts, timestamp, time, offset, ticket, txn, transaction, batch, block, height, volume, price, qty, quantity, size, count, total, bytes, version, build, ref, reference, oid, cid, uid, number_of_bytes, snowflake, cursor]
    examples:
      match: ["<luhn:16:4>", "paid with <luhn:16:52>", "<luhn:15:37> by post", "card <luhn:16:4> was refused"]
      clean: ["1234567890123456", "order 1700000000000000"]

  iban:
    description: International bank account numbers.
    kind: value
    priority: 55
    anchors: ["<iban>"]
    short_anchor: A country's two letters are all there is.
    validator: iban
    examples:
      match: ["<iban:DE>", "to <iban:GB> today"]
      clean: ["DE00123456789012345678", "GB33BUKB20201555555556"]

  social-security-number:
    description: Social security numbers of the United States.
    kind: value
    priority: 46
    anchors: ["<digits>"]
    short_anchor: Digits have no mark; the engine looks for runs of them.
    validator: ssn
    examples:
      match: ["<ssn>", "born 1970, <ssn>"]
      clean: ["000-12-3456", "2024-01-31", "123-456-7890-1"]

  phone-number:
    description: Telephone numbers as people write them.
    kind: value
    priority: 44
    anchors: ["<digits>"]
    short_anchor: Digits have no mark; the engine looks for runs of them.
    validator: phone
    examples:
      match: ["+1 555 <digits:3> <digits:4>", "call +49 151 <digits:8>"]
      clean: ["order 15551234567", "2024-01-31 12:00:00", "1.555.12"]

  email-address:
    description: E-mail addresses.
    kind: value
    priority: 45
    anchors: ["@"]
    short_anchor: Nothing but the sign marks them.
    lead: '[A-Za-z0-9._%+-]{1,64}'
    pattern: '[A-Za-z0-9]'
    rest: '[A-Za-z0-9.-]'
    before: '[@]'
    after: '[_@]'
    validator: email
    except: [git@github.com, git@gitlab.com, git@bitbucket.org, git@ssh.dev.azure.com, git@codeberg.org, noreply@github.com, noreply@anthropic.com]
    examples:
      match: ["<lower:8>@example.com", "from <lower:5>.<lower:7>+tag@mail.example.org to the desk"]
      clean: ["git@github.com:acme/tool.git", "react@18.0.0", "icon@2x.png", "user@localhost"]

  # ------------------------------------------------------------------ paths that name a person

  home-path:
    description: The person in the path of a home directory.
    kind: path
    priority: 40
    prefixes: [/home/, /Users/]
    except: [shared, public, default, guest, runner, runneradmin, linuxbrew, vsts, vsts_azpcontainer, circleci, travis, buildkite-agent, jenkins, node, vscode, codespace, gitpod, jovyan, airflow, ubuntu, ec2-user, azureuser, nonroot, www-data, dashboard, index.html]
    examples:
      match: ["/home/<lower:7>/project/main.py", "/Users/<lower:8>/Library/Logs"]
      clean: ["/Users/Shared/data", "/home/runner/work", "/home/linuxbrew/.linuxbrew/bin", "/usr/local/bin"]

  windows-home-path:
    description: The person in the path of a profile of Windows.
    kind: path
    priority: 40
    fold: true
    prefixes: [':\Users\', ':\\Users\\', ':/Users/', ':\Documents and Settings\', ':\\Documents and Settings\\']
    except: [shared, public, default, default user, all users, defaultuser0, runneradmin, vssadministrator, containeradministrator, containeruser, appveyor, administrator]
    examples:
      match: ['C:\Users\<lower:7>\AppData', 'C:\\Users\\<lower:7>\\AppData', 'c:/users/<lower:7>/x', 'D:\Documents and Settings\<lower:7>\x']
      clean: ['C:\Users\Public\Documents', 'C:\Windows\System32']

  network-path:
    description: Paths on other machines.
    kind: path
    priority: 41
    whole: true
    prefixes: ['\\']
    except: ['.', '?', localhost]
    examples:
      match: ['\\<lower:8>\<lower:6>\<lower:9>.xlsx']
      clean: ['\\.\pipe\engine', 'C:\Windows\System32']

  file-url:
    description: Files on other machines by URL.
    kind: path
    priority: 41
    whole: true
    prefixes: ['file://', 'smb://', 'afp://']
    except: [localhost, '127.0.0.1']
    examples:
      match: ["file://<lower:8>/<lower:7>/<lower:9>.pdf"]
      clean: ["file:///etc/hosts", "file://localhost/etc/hosts"]

"""#
}
