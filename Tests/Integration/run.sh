#!/usr/bin/env bash
# Builds and runs a package that uses Codebook's plugins as its users do.
set -euo pipefail
cd "$(dirname "$0")/Consumer"

fail() { echo "integration: FAILED: $*" >&2; exit 1; }
expect() { # expect WHAT ACTUAL WANTED
  [ "$2" = "$3" ] || fail "$1"$'\n'"wanted: $3"$'\n'"got:    $2"
}
# Whatever happens, the catalog is afterwards as it was, edits that are not committed included.
original=$(mktemp)
cp catalog.yaml "$original"
trap 'cp "$original" catalog.yaml; rm -f "$original"' EXIT

echo "integration: command plugin leaves committed output as it is"
swift package --allow-writing-to-package-directory generate-catalog --quiet
git diff --exit-code -- Generated || fail "Generated/ differs from what the catalog gives"

echo "integration: a check without anything installed"
swift run codebook check || fail "codebook check"

echo "integration: committed types"
expect "Consumer" "$(swift run -q Consumer)" \
"Payment was declined. Please try again in 30 seconds. (SH-PAY-007)
payment: Payment provider declined; inspect the provider's status page.
nil 13 2.1.0
\"service\":\"web\" \"component\":\"till\" \"event\":\"payment_declined\""

echo "integration: build-tool plugin"
expect "StraightFromCatalog" "$(swift run -q StraightFromCatalog 2>/dev/null)" \
"Payment was declined. Please try again in a few seconds. (SH-PAY-007)
[\"error_code\"]"

echo "integration: a changed catalog rebuilds the target"
sed -i.bak 's/Payment was declined/Payment failed/' catalog.yaml && rm -f catalog.yaml.bak
expect "StraightFromCatalog after a change" "$(swift run -q StraightFromCatalog 2>/dev/null | head -1)" \
  "Payment failed. Please try again in a few seconds. (SH-PAY-007)"

echo "integration: the command plugin takes the change over"
swift package --allow-writing-to-package-directory generate-catalog --quiet
grep -q 'Payment failed' Generated/swift/ShopCatalog/ErrorCode.swift || fail "not regenerated"
cp "$original" catalog.yaml
swift package --allow-writing-to-package-directory generate-catalog --quiet
git diff --exit-code -- Generated || fail "Generated/ is not restored"
echo "integration: 6 passed, 0 failed"
