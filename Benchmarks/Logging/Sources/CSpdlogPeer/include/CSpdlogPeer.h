/* The record of the benchmark, written by spdlog. */
#ifndef CSPDLOG_PEER_H
#define CSPDLOG_PEER_H

#ifdef __cplusplus
extern "C" {
#endif

/* Opens a file; with flush_each != 0 every record is written at once, else when a buffer is full. */
void spdlog_peer_open(const char *path, int flush_each);

/* Logs `count` records. */
void spdlog_peer_run(int count);

/* Flushes and closes. */
void spdlog_peer_close(void);

#ifdef __cplusplus
}
#endif
#endif
