#!/usr/bin/env bash
# Runs libFuzzer on the catalog's reader and linter: scripts/fuzz.sh [SECONDS]
# What it finds stays in .build/fuzz; keep a fixture of it in Tests/CodebookCoreTests/Fixtures/Fuzz.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-600}
out=.build/fuzz
mkdir -p "$out/corpus"
sources=()
while IFS= read -r file; do sources+=("$file"); done \
  < <(find Sources/CodebookCore -name '*.swift' | sort)
flags=(-swift-version 6 -package-name codebook -parse-as-library -O -I Sources/CLibYAML -I Sources/CLibCrypto
  -I "$out")
for feature in ExistentialAny InternalImportsByDefault MemberImportVisibility; do
  flags+=(-enable-upcoming-feature "$feature")
done
read -r -a libraries <<<"$(pkg-config --cflags --libs yaml-0.1 libcrypto)"
libraries+=(-lsimdjson -lstdc++)
echo "building"
cp Sources/CSimdJSON/include/CSimdJSON.h "$out/"
printf 'module CSimdJSON { header "CSimdJSON.h" export * }\n' >"$out/module.modulemap"
clang++ -std=c++17 -O2 -I Sources/CSimdJSON/include -c Sources/CSimdJSON/simdjson_shim.cpp -o "$out/simdjson_shim.o"
swiftc "${flags[@]}" -emit-module -emit-library -static -module-name Suggestions \
  -emit-module-path "$out/Suggestions.swiftmodule" -o "$out/libSuggestions.a" Sources/Suggestions/*.swift
swiftc "${flags[@]}" -I "$out" -L "$out" -lSuggestions "${libraries[@]}" -sanitize=fuzzer \
  -module-name CatalogFuzz "${sources[@]}" Tests/Fuzz/CatalogFuzz.swift "$out/simdjson_shim.o" -o "$out/catalog-fuzz"
cp catalog.yaml "$out/corpus/"
# Names of rules' fixtures repeat; their paths do not.
find Tests/CodebookCoreTests/Fixtures -type f | while IFS= read -r file; do
  cp "$file" "$out/corpus/${file//\//-}"
done
# Swift's own report of a crash would end the process before libFuzzer keeps the input.
export SWIFT_BACKTRACE=enable=no
echo "fuzzing for $seconds s"
"$out/catalog-fuzz" -max_total_time="$seconds" -max_len=20000 -timeout=5 -rss_limit_mb=1024 \
  -dict=Tests/Fuzz/catalog.dict -artifact_prefix="$out/" -print_final_stats=1 "$out/corpus"
