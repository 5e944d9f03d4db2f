#include "CSpdlogPeer.h"

#include <memory>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/spdlog.h>

namespace {
std::shared_ptr<spdlog::logger> peer;
// Identifiers come from memory, as they do in a real program.
std::string correlation = "4e18bf6a-94c8-4ce7-a4e9-151f5f573263";
std::string session = "fefea8d9-0a09-422d-baf6-4f69970fa9ea";
}  // namespace

void spdlog_peer_open(const char *path, int flush_each) {
  auto sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(path, true);
  peer = std::make_shared<spdlog::logger>("engine", sink);
  peer->set_pattern(
      R"({"ts":"%Y-%m-%dT%H:%M:%S.%eZ","level":"WARN","service":"engine",%v})",
      spdlog::pattern_time_type::utc);
  peer->set_level(spdlog::level::info);
  peer->flush_on(flush_each ? spdlog::level::trace : spdlog::level::off);
}

void spdlog_peer_run(int count) {
  for (int attempt = 1; attempt <= count; ++attempt) {
    peer->warn(
        R"("component":"ws_client","event":"reconnect_scheduled","message":"WebSocket disconnected; scheduling reconnect","correlation_id":"{}","session_id":"{}","attempt":{},"backoff_ms":{})",
        correlation, session, attempt, 5000);
  }
}

void spdlog_peer_close(void) {
  peer->flush();
  peer.reset();
}
